// A sender's name on a database server, held by a lock of a session: it is free the moment the sender is gone, and then
// others may have what it claimed. The embedded database has a single process and needs none of it.
import { sql } from "kysely";
import { nameLock } from "./outbox.ts";
import type { Store } from "./open.ts";

export type SenderName = {
  /** Resolves when the name is held, on a connection of its own that answers. Rejects where the server does not. */
  hold(): Promise<void>;
  /** Lets go of it. */
  free(): Promise<void>;
};

type Session = { ask(): Promise<void>; end(): Promise<void> };

/** The name on this store, not yet held. What was claimed before it was lost may have been given to others. */
export function senderName(store: Store, name: string): SenderName {
  let session: Session | undefined;
  const drop = async () => {
    const ending = session?.end();
    session = undefined;
    await ending?.catch(() => {});
  };
  return {
    async hold() {
      try {
        if (session) return await session.ask();
      } catch {
        await drop();
      }
      session = await openSession(store, name);
    },
    free: drop,
  };
}

/** A connection is the pool's again when the function that was given it ends: this one ends when it is told to. */
async function openSession(store: Store, name: string): Promise<Session> {
  return await new Promise<Session>((opened, refused) => {
    const held = store.db.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(${nameLock(sql`${name}::text`)})`.execute(connection);
      await new Promise<void>((finish) => {
        const ask = async () => void (await sql`select 1`.execute(connection));
        opened({
          ask,
          end: async () => {
            finish();
            await held;
          },
        });
      });
      await sql`select pg_advisory_unlock(${nameLock(sql`${name}::text`)})`.execute(connection);
    });
    held.catch(refused);
  });
}
