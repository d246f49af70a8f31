// A backup of the house while it runs and is asked, put back elsewhere: it goes on from there with all that was answered before.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import type { FremdriftClient } from "../../api/client.ts";
import { samplePeople } from "../../library/programmes.ts";
import { fremdrift } from "../cli/given.ts";
import { clientOf, startStack, until, type Stack } from "./stack.ts";

const home = await mkdtemp(path.join(tmpdir(), "fremdrift-backup-"));
const at = (name: string) => path.join(home, name);
const stacks: Stack[] = [];
afterAll(async () => {
  for (const stack of stacks) stack.wipe();
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
});

async function started(folder: string): Promise<{ stack: Stack; client: FremdriftClient }> {
  const stack = startStack({ folder });
  stacks.push(stack);
  return { stack, client: clientOf(folder, await stack.ready) };
}

/** Adds ideas one after the other until told to stop; comes back with how many were taken. All have to be. */
function adding(client: FremdriftClient, network: string) {
  let [count, goesOn] = [0, true];
  const done = (async () => {
    for (; goesOn; count += 1) await client.trigger(network, "addIdea", { title: `Idé ${count + 1}` });
    return count;
  })();
  return {
    count: () => count,
    stop: () => {
      goesOn = false;
      return done;
    },
  };
}

const ideasOf = async (client: FremdriftClient, network: string) =>
  (await client.ledger(network)).filter(({ kind }) => kind === "idea.captured").length;

test(
  "asked all the while it is made, put back and started, it holds what was answered, and goes on",
  { timeout: 240_000 },
  async () => {
    const { stack, client } = await started(at("data"));
    const people = (await samplePeople("innovationsnetvaerk"))!;
    const { id } = await client.createNetwork({
      programme: "innovationsnetvaerk",
      start: "2027-02-01",
      clock: "stepped",
      people,
    });
    const load = adding(client, id);
    await until("some ideas are there", async () => (load.count() > 4 ? true : undefined));
    const before = load.count();
    const made = await fremdrift(["backup", home, "--json"], { FREMDRIFT_DATA: at("data") });
    expect([made.code, made.err]).toEqual([0, expect.any(String)]);
    const { file, parts } = made.json() as { file: string; parts: { name: string }[] };
    expect(file).toMatch(/fremdrift-\d{8}T\d{6}Z\.tar\.gz$/);
    expect(parts.map(({ name }) => name)).toEqual(["postgresql", "temporal", "mail", "secret", "admin-token"]);
    const seen = load.count();
    await until("it goes on after that", async () => (load.count() > seen + 3 ? true : undefined));
    const all = await load.stop();
    expect(await ideasOf(client, id)).toBe(all);
    expect((await readdir(at("data"))).filter((name) => name.startsWith("backup"))).toEqual([]);
    expect(await fremdrift(`restore ${home} --replace --lang en`, { FREMDRIFT_DATA: at("data") })).toMatchObject({
      code: 1,
      err: expect.stringContaining(`in use by process ${stack.pid}`) as string,
    });
    stack.kill("SIGTERM");
    await stack.ended;

    const back = await fremdrift(["restore", home, "--to", at("other"), "--json"]);
    expect([back.code, back.json()]).toEqual([0, expect.objectContaining({ folder: at("other"), parts })]);
    expect(await readFile(at("other/secret"), "utf8")).toBe(await readFile(at("data/secret"), "utf8"));
    const { client: again } = await started(at("other"));
    const held = await until("what was told is written", async () => {
      const count = await ideasOf(again, id);
      return count >= before ? count : undefined;
    });
    expect(held).toBeLessThanOrEqual(all);
    expect(await again.verify(id)).toMatchObject({ ok: true });
    await again.trigger(id, "addIdea", { title: "Bagefter" });
    expect(await ideasOf(again, id)).toBe(held + 1);
    const checks = await again.checks();
    for (const name of ["networks", "agreement"])
      expect(checks.find((one) => one.name === name)).toMatchObject({ ok: true });
  },
);

test("a folder that is not empty is kept beside it, and only where that is asked for", async () => {
  const folder = at("full");
  await mkdir(folder);
  await writeFile(path.join(folder, "secret"), "the old one");
  const refused = await fremdrift(`restore ${home} --to ${folder} --lang en`);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("is not empty")]);
  const done = await fremdrift(["restore", home, "--to", folder, "--replace", "--json"]);
  const { before } = done.json() as { before: string };
  expect(await readFile(path.join(before, "secret"), "utf8")).toBe("the old one");
  expect(existsSync(path.join(folder, "postgresql"))).toBe(true);
});

test("a backup that was cut off, or is none, is refused, and nothing is left of it", async () => {
  const [name] = (await readdir(home)).filter((one) => one.endsWith(".tar.gz"));
  await truncate(at(name!), 1_000_000);
  const names = (await readdir(home)).toSorted();
  const cut = await fremdrift(`restore ${home} --to ${at("third")} --lang en`);
  expect([cut.code, cut.err]).toEqual([1, expect.stringContaining("not whole")]);
  await writeFile(at("no.tar.gz"), "no");
  const none = await fremdrift(`restore ${at("no.tar.gz")} --to ${at("third")} --lang en`);
  expect([none.code, none.err]).toEqual([1, expect.stringContaining("not whole")]);
  expect((await readdir(home)).toSorted()).toEqual([...names, "no.tar.gz"].toSorted());
});
