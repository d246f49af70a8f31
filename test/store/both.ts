// Runs the same tests on the embedded store and on a real server, each in two zones.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { openStore, type Store } from "../../store/open.ts";
import { postgresBin, startPostgres } from "../support/postgres.ts";

type Place = { where: { folder: string } | { url: string }; remove(): Promise<void> };

/** `tests` gets a way to the opened store. A server that is not installed is skipped, and says so. */
export function onBoth(tests: (store: () => Store) => void): void {
  const bin = postgresBin();
  for (const zone of ["UTC", "Europe/Copenhagen"]) {
    describe(`embedded, TZ=${zone}`, () => opened(zone, aFolder, tests));
    if (bin === undefined) describe.skip(missing(), () => tests(() => undefined as never));
    else describe(`server, TZ=${zone}`, () => opened(zone, () => aServer(bin), tests));
  }
}

/** Says on the console that the tests against a server do not run; also the name of what is skipped. */
export function missing(): string {
  const text = "SKIPPED: PostgreSQL is not installed (apt-get install postgresql, or set POSTGRES_BIN)";
  console.warn(`\n*** ${text} ***\n`);
  return text;
}

export async function aFolder(): Promise<{ where: { folder: string }; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "fremdrift-store-"));
  return { where: { folder }, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function aServer(bin: string): Promise<Place> {
  const server = await startPostgres(bin);
  return { where: { url: await server.database() }, remove: server.stop };
}

function opened(zone: string, place: () => Promise<Place>, tests: (store: () => Store) => void): void {
  let store: Store | undefined;
  let at: Place;
  const before = process.env["TZ"];
  beforeAll(async () => {
    process.env["TZ"] = zone;
    at = await place();
    store = await openStore(at.where);
  });
  afterAll(async () => {
    process.env["TZ"] = before;
    await store?.close();
    await at.remove();
  });
  tests(() => store as Store);
}
