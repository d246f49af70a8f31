// A data folder: one process at a time, freed by whatever end, and nothing acknowledged is lost.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lastSeq, readLedger } from "../../store/ledger.ts";
import { lockFolder, lockHolder } from "../../store/lock.ts";
import { audit } from "../../store/audit.ts";
import { openStore } from "../../store/open.ts";
import { StoreError } from "../../store/error.ts";
import { aFolder } from "./both.ts";
import { listNetworks } from "../../store/networks.ts";
import { givenNetwork, T0, written } from "./given.ts";

// Each creates a database, which takes seconds, and many of them on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let folder = "";
let remove: () => Promise<void>;
const children: ChildProcess[] = [];

beforeEach(async () => {
  const made = await aFolder();
  folder = made.where.folder;
  remove = made.remove;
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  await remove();
});

test("a second process is refused and told who has the folder; killed, the holder leaves all it acknowledged", async () => {
  const { child, lines } = writer("write");
  const network = await next(lines);
  await expect(openStore({ folder })).rejects.toMatchObject({
    code: "in-use",
    message: expect.stringContaining(`process ${child.pid}`) as string,
    hint: expect.stringContaining("FREMDRIFT_DATA") as string,
    da: { message: expect.stringContaining(`proces ${child.pid}`) as string },
  });
  let acknowledged = 0;
  while (acknowledged < 200) acknowledged = Number(await next(lines));
  const rest = remaining(lines);
  await kill(child);
  acknowledged = Number((await rest).at(-1) ?? acknowledged);
  const store = await openStore({ folder });
  const seqs = (await readLedger(store, network)).map(({ seq }) => seq);
  expect(seqs.length).toBeGreaterThanOrEqual(acknowledged);
  expect(seqs).toEqual(seqs.map((_, i) => i + 1));
  expect(await lastSeq(store, network)).toMatchObject({ seq: seqs.length });
  await store.close();
});

test("a store that was closed frees its folder, keeps what it had and is tidied when it opens", async () => {
  const first = await openStore({ folder });
  const network = await givenNetwork(first);
  await expect(openStore({ folder })).rejects.toMatchObject({ code: "in-use" });
  await first.close();
  const second = await openStore({ folder });
  expect(await lastSeq(second, network)).toEqual({ seq: 0, n: 0 });
  // -1 is a table that was never cleared of old rows.
  const { rows } = await sql`select reltuples as n from pg_class where relname = 'network'`.execute(second.db);
  expect(rows).toEqual([{ n: 1 }]);
  await second.close();
});

test("creating a database leaves no more memory behind than a database takes", async () => {
  const { lines } = writer("memory");
  expect(Number(await next(lines)) / 1024).toBeLessThan(450);
});

test("a creation that was killed half-way is begun again", async () => {
  await mkdir(join(folder, "postgresql.new-abc"));
  await writeFile(join(folder, "postgresql.new-abc", "PG_VERSION"), "18");
  const store = await openStore({ folder });
  await store.ping();
  await store.close();
  expect(await readdir(folder)).toEqual(["postgresql"]);
});

test("the lock is the folder's, whatever path leads to it", async () => {
  const lock = await lockFolder(join(folder, "data"));
  await symlink(join(folder, "data"), join(folder, "other"));
  await expect(lockFolder(join(folder, "other", "..", "other"))).rejects.toMatchObject({
    code: "in-use",
  });
  expect(await lockHolder(join(folder, "other"))).toBe(process.pid);
  await lock.release();
  expect(await lockHolder(join(folder, "other"))).toBeUndefined();
  expect(await lockHolder(join(folder, "missing"))).toBeUndefined();
  await (await lockFolder(join(folder, "other"))).release();
});

test("a folder that cannot be made is refused by its name", async () => {
  await writeFile(join(folder, "file"), "");
  const error = await openStore({ folder: join(folder, "file", "data") }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(StoreError);
  expect(error).toMatchObject({
    code: "not-writable",
    message: expect.stringContaining(join(folder, "file", "data")) as string,
  });
  await expect(openStore({ folder: join(folder, "file") })).rejects.toMatchObject({
    code: "not-writable",
  });
});

test.skipIf(process.getuid?.() === 0)("a folder that cannot be written is refused", async () => {
  await chmod(folder, 0o500);
  await expect(openStore({ folder })).rejects.toMatchObject({ code: "not-writable" });
  await chmod(folder, 0o700);
});

function writer(task: string): { child: ChildProcess; lines: AsyncIterator<string> } {
  const args = ["--import", "tsx", join(import.meta.dirname, "child.ts"), folder, task];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator]() };
}

async function next(lines: AsyncIterator<string>): Promise<string> {
  const { value, done } = await lines.next();
  if (done === true) throw new Error("The child ended before it said anything more.");
  return value;
}

async function remaining(lines: AsyncIterator<string>): Promise<string[]> {
  const rest: string[] = [];
  for (let line = await lines.next(); line.done !== true; line = await lines.next()) rest.push(line.value);
  return rest;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

test("networks of the first release were made when they began, and rehearsals before now", async () => {
  const first = await openStore({ folder });
  const later = Date.UTC(2099, 0);
  const [real, rehearsal] = [
    await givenNetwork(first, { createdAt: 1 }),
    await givenNetwork(first, { createdAt: 1, clock: "stepped", startedAt: later }),
  ];
  await written(first, real, [{ key: "k" }, {}]);
  for (const newer of [
    "alter table network drop column created_at, drop column head, drop column retention_told_at, drop column erased_at",
    "alter table ledger drop column texts, drop column hash",
    "alter table person drop column digest, drop column bounced_at, drop column bounce",
    "alter table outbox drop column digest",
    "alter table contribution drop column withheld",
    "alter table token drop column session, drop column expires_at, drop column seen_at",
    "drop index token_person, contribution_last",
    "drop table feed, inbox, file, office, forum_meeting, theme_proposal_step, theme_proposal",
    "drop table played, sign_in, draft, network_draft, told, person_key",
  ])
    await sql.raw(newer).execute(first.db);
  await sql`delete from kysely_migration where name >= '0002'`.execute(first.db);
  await first.close();
  const second = await openStore({ folder });
  expect(await audit(second, real)).toMatchObject({ rows: 2, broken: [] });
  const made = new Map((await listNetworks(second)).map(({ id, createdAt }) => [id, createdAt]));
  expect(made.get(real)).toBe(T0);
  expect(made.get(rehearsal)).toBeGreaterThan(Date.UTC(2026, 0));
  expect(made.get(rehearsal)).toBeLessThan(later);
  await second.close();
});
