// Everything is killed, in part and whole, in the middle of the demo: nothing that was promised is lost or doubled.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EntryJson } from "../../machines/entry-json.ts";
import { SENDER_LIMITS } from "../../mail/sender.ts";
import { readLedger, type ReadRow } from "../../store/ledger.ts";
import { openStore } from "../../store/open.ts";
import { compared, simulated, type Compared } from "./expected.ts";
import { createMeanwhile } from "./meanwhile.ts";
import { clientOf, pause, startStack, temporalOf, until, type Ended, type Stack } from "./stack.ts";
import { streamOn, type Stream } from "./stream.ts";

const SEED = Number(process.env["SEED"] ?? Date.now() % 100_000);
const WEEKS_PER_SECOND = 2;
/** Milliseconds of the demo between one blow and the next. */
const BETWEEN = [700, 3_000] as const;
const ALL = 300_000;

describe("a house that is stopped and killed in the middle of the demo", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "fremdrift-restart-"));
  const random = randomFrom(SEED);
  const somewhere = () => pause(BETWEEN[0] + random() * (BETWEEN[1] - BETWEEN[0]));
  const told: string[] = [];
  const kills = { ours: 0 };
  let stack: Stack;
  let stream: Stream;
  let demo = "";
  let worked = "";
  let meanwhile: Awaited<ReturnType<typeof createMeanwhile>>;
  let stops: Ended[] = [];
  let expected: Compared[] = [];
  let left: {
    demo: Compared[];
    worked: ReadRow[];
    meanwhile: ReadRow[];
    mails: { messageId: string; state: string }[];
  };

  async function start(why: string): Promise<void> {
    const spawned = performance.now();
    stack = startStack({ folder });
    const url = await stack.ready;
    const isReady = performance.now();
    const client = clientOf(folder, url);
    stream?.ask(client);
    const first = stream ? await stream.one() : 0;
    told.push(`${why}: ready after ${ms(isReady - spawned)}, first trigger answered ${ms(first)} after that`);
  }

  async function stop(): Promise<void> {
    stream.ask(undefined);
    stack.kill("SIGTERM");
    stops.push(await stack.ended);
  }

  async function killOurs(): Promise<void> {
    await somewhere();
    stream.ask(undefined);
    stack.kill("SIGKILL");
    kills.ours += 1;
    await stack.ended;
    await start("our process was killed");
  }

  async function killTemporal(): Promise<void> {
    await somewhere();
    const [pid] = temporalOf(folder);
    process.kill(pid!, "SIGKILL");
    const took = await stream.one();
    told.push(`the Temporal server was killed: first trigger answered ${ms(took)} after that`);
    await until("another Temporal server runs", async () => temporalOf(folder).find((other) => other !== pid));
  }

  async function killAll(): Promise<void> {
    stream.ask(undefined);
    stack.wipe();
    kills.ours += 1;
    await stack.ended;
  }

  beforeAll(async () => {
    console.log(`SEED=${SEED}`);
    await start("first start");
    const client = clientOf(folder, await stack.ready);
    const { people } = await simulated("2027-02-01");
    worked = (await client.createNetwork({ programme: "innovationsnetvaerk", start: today(), people })).id;
    const made = await client.createDemo({ weeksPerSecond: WEEKS_PER_SECOND });
    demo = made.id;
    expected = (await simulated(made.start)).ledger;
    stream = streamOn(worked);
    stream.ask(client);
    await somewhere();
    await stop();
    meanwhile = await createMeanwhile(folder);
    await start("stopped cleanly");
    await killOurs();
    await killTemporal();
    while (meanwhile.due - Date.now() > 20_000) await killOurs();
    await pause(meanwhile.due - Date.now() - 1_500);
    await killAll();
    await pause(meanwhile.due - Date.now() + 500);
    await start("everything was killed");
    await killTemporal();
    const [again] = [clientOf(folder, await stack.ready)];
    await until("the demo has ended", async () => ((await again.network(demo)).ended ? true : undefined), 200);
    await stream.stop();
    await until(
      "every mail has been sent",
      async () => {
        const entries = await again.ledger(demo);
        return entries.every(({ deliveries = [] }) => deliveries.every(({ state }) => state === "sent")) || undefined;
      },
      200,
    );
    const demoLedger = await again.ledger(demo);
    await stop();
    const store = await openStore({ folder });
    left = {
      demo: demoLedger.map((entry) => compared(entry as EntryJson)),
      worked: await readLedger(store, worked),
      meanwhile: await readLedger(store, meanwhile.id),
      mails: await store.db
        .selectFrom("outbox")
        .select(["message_id as messageId", "state"])
        .where("network_id", "=", demo)
        .execute(),
    };
    await store.close();
  }, ALL);

  afterAll(() => {
    stack?.wipe();
    console.log(told.join("\n"));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test("the demo leaves the ledger that simulate gives, entry by entry", () => {
    expect(left.demo.map(({ kind }) => kind)).toContain("network.ended");
    // How far its time has come by then, and so what is told after the end, is a matter of the machine.
    expect(left.demo).toEqual(expected.slice(0, left.demo.length));
  });

  test("every acknowledged trigger stands in the ledger exactly once", () => {
    const keys = left.worked.flatMap(({ kind, key }) =>
      kind === "idea.captured" || kind === "discovery.added" ? [key!.split(":").at(-1)!] : [],
    );
    expect(stream.acknowledged.length).toBeGreaterThan(20);
    expect(keys.toSorted()).toEqual(stream.acknowledged.toSorted());
  });

  test("every message reached everybody it was for, and is doubled only where it was under way at a kill", () => {
    expect(left.mails.filter(({ state }) => state !== "sent")).toEqual([]);
    const caught = readdirSync(path.join(folder, "mail")).filter((name) => name.endsWith(".eml"));
    const ids = caught.map(
      (name) => /^message-id:\s*<(.+?)>/im.exec(readFileSync(path.join(folder, "mail", name), "utf8"))![1]!,
    );
    const ofDemo = ids.filter((id) => id.startsWith(`${demo}.`));
    expect(new Set(ofDemo)).toEqual(new Set(left.mails.map(({ messageId }) => messageId)));
    expect(left.mails.length).toBeGreaterThan(100);
    expect(ofDemo.length - left.mails.length).toBeLessThanOrEqual(SENDER_LIMITS.concurrent * kills.ours);
  });

  test("what fell due while nothing ran is applied in order, each at its own time", () => {
    const applied = left.meanwhile
      .filter(({ kind }) => kind === "phase.due" || kind === "message.suppressed")
      .map(({ at, subject }) => ({ at, subject }))
      .filter((row) => meanwhile.expected.some(({ at, subject }) => at === row.at && subject === row.subject));
    expect(applied).toEqual(meanwhile.expected);
  });

  test("a stop is clean: it ends by itself, before it is cut short", () => {
    expect(stops).toEqual([
      { code: 0, signal: null },
      { code: 0, signal: null },
    ]);
  });
});

const ms = (time: number) => `${Math.round(time)} ms`;
const today = () => new Date().toISOString().slice(0, 10);

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
