// Brings a database to the shape that schema.ts describes.
import { Migrator, type Kysely, type Migration } from "kysely";
import { StoreError } from "./error.ts";
import { first } from "./migrations/0001-first.ts";
import { networkCreated } from "./migrations/0002-network-created.ts";
import { mail } from "./migrations/0003-mail.ts";
import { wholeFeeds } from "./migrations/0004-whole-feeds.ts";
import { chain } from "./migrations/0005-chain.ts";
import { files } from "./migrations/0006-files.ts";
import { themes } from "./migrations/0007-themes.ts";
import { sessions } from "./migrations/0008-sessions.ts";
import { lastContribution } from "./migrations/0009-last-contribution.ts";
import { networkDrafts } from "./migrations/0010-network-drafts.ts";
import { withheld } from "./migrations/0011-withheld.ts";
import { told } from "./migrations/0012-told.ts";
import { personKey } from "./migrations/0014-person-key.ts";
import { played } from "./migrations/0015-played.ts";
import { retention } from "./migrations/0016-retention.ts";
import type { Database } from "./schema.ts";

/** In order; a migration that was released is never changed. */
const MIGRATIONS: Record<string, Migration> = {
  "0001-first": first,
  "0002-network-created": networkCreated,
  "0003-mail": mail,
  "0004-whole-feeds": wholeFeeds,
  "0005-chain": chain,
  "0006-files": files,
  "0007-themes": themes,
  "0008-sessions": sessions,
  "0009-last-contribution": lastContribution,
  "0010-network-drafts": networkDrafts,
  "0011-withheld": withheld,
  "0012-told": told,
  "0014-person-key": personKey,
  "0015-played": played,
  "0016-retention": retention,
};

/**
 * Runs what has not been run, in one transaction under Kysely's advisory lock, so that several processes may start at
 * once. Throws StoreError `migration`; the database is then as it was.
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw failed(error);
}

function failed(error: unknown): StoreError {
  const why = error instanceof Error ? error.message : String(error);
  return new StoreError(
    "migration",
    {
      en: {
        message: `The database could not be brought up to date: ${why}`,
        hint: "If a newer Fremdrift has used this database, run that version; else correct what the message says and start again. Nothing was changed.",
      },
      da: {
        message: `Databasen kunne ikke bringes ajour: ${why}`,
        hint: "Har en nyere Fremdrift brugt databasen, så kør den version; ellers ret det, beskeden siger, og start igen. Intet er ændret.",
      },
    },
    error,
  );
}
