// PostgreSQL as a server: a pool of connections, and errors that name the place but never the password.
import pg from "pg";
import { TYPES } from "./parsers.ts";
import { StoreError } from "./error.ts";

/** Connections to one server at once. */
const CONNECTIONS = 10;
/**
 * Milliseconds that a transaction may stand still. Who was stopped or cut off in the middle of one holds its rows, and whoever waits for them
 * would wait as long.
 */
const IDLE_IN_TRANSACTION = 5000;
/** Milliseconds to wait for a connection before saying that the server is unreachable. */
const CONNECT_WITHIN = 5000;

/** A pool on the server at `url`, of which one connection was made. Throws StoreError `bad-url` or `unreachable`. */
export async function serverPool(url: string): Promise<{ pool: pg.Pool; place: string }> {
  const place = placeOf(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
    keepAlive: true,
    types: TYPES,
  });
  // A connection that breaks fails its query and is replaced; without listeners it would end the process as well.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw unreachable(place, error);
  }
  return { pool, place };
}

/** StoreError `unreachable` for an error that came from the server at `place`. */
export function unreachable(place: string, error: unknown): StoreError {
  const why = error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
  return new StoreError(
    "unreachable",
    {
      en: {
        message: `The database ${place} cannot be reached: ${why}`,
        hint: "Start the PostgreSQL server, or correct DATABASE_URL.",
      },
      da: {
        message: `Der er ikke forbindelse til databasen ${place}: ${why}`,
        hint: "Start PostgreSQL-serveren, eller ret DATABASE_URL.",
      },
    },
    error,
  );
}

function placeOf(url: string): string {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) throw badUrl();
  const { host, port, database } = new pg.Client({ connectionString: url });
  return `${host}:${port}/${database ?? ""}`;
}

function badUrl(): StoreError {
  return new StoreError("bad-url", {
    en: {
      message: "DATABASE_URL is not the address of a PostgreSQL database.",
      hint: "Write it as postgresql://USER:PASSWORD@HOST:PORT/DATABASE, or leave it out to use the embedded one.",
    },
    da: {
      message: "DATABASE_URL er ikke adressen på en PostgreSQL-database.",
      hint: "Skriv den som postgresql://BRUGER:KODE@VÆRT:PORT/DATABASE, eller udelad den og brug den indlejrede.",
    },
  });
}

/** SQLSTATE of a server that ends, starts or takes no more connections, and what the way to it says when it breaks. */
const LOST =
  /^(08...|25P03|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const LOST_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error says that the database server could not be reached, or was lost on the way: it may answer when asked again. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return LOST.test((error as NodeJS.ErrnoException).code ?? "") || LOST_WORDS.test(error.message);
}
