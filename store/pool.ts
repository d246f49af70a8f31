// A pool of connections that knows how many are in use, and how many wait for one.
import type { PostgresPool } from "kysely";

export type Connections = { used: number; waiting: number };

/** The pool, counted. `connections` tells how it stands now. */
export function countedPool(pool: PostgresPool): { pool: PostgresPool; connections: () => Connections } {
  const stands: Connections = { used: 0, waiting: 0 };
  const connect: PostgresPool["connect"] = async () => {
    stands.waiting += 1;
    const client = await pool.connect().finally(() => (stands.waiting -= 1));
    stands.used += 1;
    // A pool gives its client a new one each time that it hands it out.
    const release = client.release.bind(client);
    client.release = () => {
      stands.used -= 1;
      release();
    };
    return client;
  };
  return { pool: { connect, end: () => pool.end() }, connections: () => ({ ...stands }) };
}
