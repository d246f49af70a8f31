// More than one of everything: several processes answer and work on one database and one Temporal, and any of them may go. OUTAGE=60 keeps each
// part away for a minute (docs/operations.md says what that came to); without it for a few seconds.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { FremdriftClient } from "../../api/client.ts";
import { samplePeople } from "../../library/programmes.ts";
import { hasCluster } from "../support/cluster.ts";
import { NAMES, startProduction, type Name, type Production } from "./production.ts";
import { pause, until } from "./stack.ts";
import { streamOn } from "./stream.ts";

/** Milliseconds that a part is away. */
const OUTAGE = Number(process.env["OUTAGE"] ?? 4) * 1_000;
const PROGRAMME = "innovationsnetvaerk";
const HOOK = 180_000;

describe.skipIf(!hasCluster())("two processes that answer and two that work", { timeout: HOOK + 6 * OUTAGE }, () => {
  let house: Production;
  let network = "";
  let all: FremdriftClient;

  beforeAll(async () => {
    house = await startProduction();
    all = house.client;
    const people = (await samplePeople(PROGRAMME))!;
    network = (await all.createNetwork({ programme: PROGRAMME, start: today(), people })).id;
  }, HOOK);
  afterAll(() => house?.close());
  // What the processes said of it is all that tells why.
  afterEach(({ task }) => {
    if (task.result?.state === "fail")
      for (const name of NAMES) console.log(`${name}:\n${house.stack(name).err().slice(-2_000)}`);
  });

  const idea = (client: FremdriftClient, title: string, key = randomUUID()) =>
    client.trigger(network, "addIdea", { title }, key);
  const ideas = async (title: string, client = all) =>
    (await client.ideas(network)).filter((one) => one.title === title);
  /** Asked again with its key until it is answered. */
  const insisted = async <T>(ask: () => Promise<T>): Promise<T> =>
    await until("it is answered", async () => await ask().catch(() => undefined), 200);
  const isReady = async () =>
    await until("all is ready", async () => (await fetch(`${house.proxy.url}/readyz`)).ok || undefined, 100);

  test("who was told something by one process reads it from the other", async () => {
    const [one, other] = [await house.clientOf("api1"), await house.clientOf("api2")];
    for (let i = 0; i < 10; i += 1) {
      const title = `Læst hos den anden ${i}`;
      await idea(i % 2 ? one : other, title);
      expect(await ideas(title, i % 2 ? other : one)).toHaveLength(1);
    }
  });

  test("asked of both at once with one key it happens once", async () => {
    const clients = [await house.clientOf("api1"), await house.clientOf("api2")];
    const key = randomUUID();
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => insisted(() => idea(clients[i % 2]!, "Spurgt hos begge", key))),
    );
    expect(await ideas("Spurgt hos begge")).toHaveLength(1);
  });

  test("what happens in one process reaches a page that is open on the other", async () => {
    const [here, there] = [await house.clientOf("api1"), await house.urlOf("api2")];
    const headers = { authorization: `Bearer ${house.token}`, "accept-language": "da" };
    const leaving = new AbortController();
    const answer = await fetch(`${there}/api/networks/${network}/events`, { headers, signal: leaving.signal });
    await idea(here, "Set af den anden");
    let heard = "";
    for await (const part of answer.body!) {
      heard += Buffer.from(part as Uint8Array).toString();
      if (heard.includes("Set af den anden")) break;
    }
    leaving.abort();
    expect(heard).toMatch(/event: happened\n/);
  });

  test("an invitation goes to each of those invited once, whichever of the two sends it", async () => {
    await all.trigger(network, "pinItem", { item: "m1", start: `${inDays(40)}T09:00`, place: "Rådhuset" });
    const wanted = await until("the invitation stands in the ledger", async () => {
      const sent = (await all.ledger(network)).filter(
        ({ kind, subject }) => kind === "message.sent" && subject === "item:m1",
      );
      const deliveries = sent.flatMap((entry) => entry.deliveries ?? []);
      return deliveries.length > 0 && deliveries.every(({ state }) => state === "sent") ? deliveries : undefined;
    });
    const caught = (await house.mails.listMails()).map(({ to }) => to);
    expect(caught.toSorted()).toEqual(wanted.map(({ to }) => to).toSorted());
  });

  test("each process is restarted in turn under load: nothing is refused but with when to ask again, or happens twice", async () => {
    const streams = [1, 2, 3].map((n) => streamOn(network, `rolling-${n}`));
    for (const stream of streams) stream.ask(all);
    const before = house.proxy.answers.length;
    for (const name of ["api1", "worker1", "api2", "worker2"] as Name[]) {
      await house.end(name);
      await pause(500);
      await house.start(name);
      await pause(500);
    }
    await Promise.all(streams.map((stream) => stream.stop()));
    const answers = house.proxy.answers.slice(before);
    expect(answers.filter(({ status, again }) => status >= 400 && !again)).toEqual([]);
    await expectOnce(streams.flatMap(({ acknowledged }) => acknowledged));
  });

  /** What was answered with yes stands in the ledger or among the discoveries, once each, and the chain holds. */
  const expectOnce = async (keys: string[]) => {
    expect(keys.length).toBeGreaterThan(0);
    const said = [
      ...(await all.ideas(network)).map(({ title }) => title),
      ...(await all.discoveries(network)).map(({ text }) => text),
    ];
    const counts = keys.map((key) => [key, said.filter((one) => one === key).length]);
    expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
    expect((await all.verify(network)).broken).toEqual([]);
  };

  /** Somebody goes on working while a part is away; what works meanwhile is `alive`. */
  const without = async (
    what: string,
    part: { away(): Promise<void> | void; back(): Promise<void> | void; alive(): Promise<void> },
  ) => {
    const stream = streamOn(network, what.replaceAll(" ", "-"));
    stream.ask(all);
    await stream.one();
    await part.away();
    const gone = performance.now();
    try {
      await part.alive();
      await pause(Math.max(0, OUTAGE - (performance.now() - gone)));
    } finally {
      await part.back();
    }
    const back = performance.now();
    await stream.one();
    console.log(
      `${what}: away ${OUTAGE / 1_000} s, a trigger answered ${Math.round(performance.now() - back)} ms after it was back`,
    );
    await stream.stop();
    await isReady();
    await expectOnce(stream.acknowledged);
  };
  const reads = async () => expect((await all.network(network)).id).toBe(network);
  /** What the store alone takes. */
  const contributes = async () => {
    await reads();
    await all.trigger(network, "addDiscovery", { perspective: "citizen", text: `Mens noget er væk ${randomUUID()}` });
  };
  const works = async () => void (await insisted(() => idea(all, `Mens noget er væk ${randomUUID()}`)));

  test("a worker is killed, or stands still: the other does its work", async () => {
    await without("worker killed", {
      away: () => house.stack("worker1").wipe(),
      alive: works,
      back: () => house.start("worker1"),
    });
    await without("worker stopped", {
      away: () => house.stack("worker2").kill("SIGSTOP"),
      alive: works,
      back: () => house.stack("worker2").kill("SIGCONT"),
    });
  });

  test("a process that answers is killed, or stands still: the other answers", async () => {
    await without("api killed", {
      away: () => house.stack("api1").wipe(),
      alive: works,
      back: () => house.start("api1"),
    });
    await without("api stopped", {
      away: () => house.stack("api2").kill("SIGSTOP"),
      alive: works,
      back: () => house.stack("api2").kill("SIGCONT"),
    });
  });

  test("a worker is cut off from everybody: the other does its work", async ({ skip }) => {
    const cable = house.cable("worker2");
    if (!cable) skip("network namespaces need root");
    await without("worker cut off", { away: () => cable!.cut(), alive: works, back: () => cable!.mend() });
  });

  test("a process that answers is cut off from everybody: the other answers", async ({ skip }) => {
    const cable = house.cable("api2");
    if (!cable) skip("network namespaces need root");
    await without("api cut off", { away: () => cable!.cut(), alive: works, back: () => cable!.mend() });
  });

  test("both workers stand still: everything is read and contributed, and what else was asked happens when they go on", async () => {
    const workers = ["worker1", "worker2"] as const;
    await without("both workers stopped", {
      away: () => workers.forEach((name) => house.stack(name).kill("SIGSTOP")),
      alive: contributes,
      back: () => workers.forEach((name) => house.stack(name).kill("SIGCONT")),
    });
  });

  test("Temporal stands still, or is killed: everything is read and contributed, and what else was asked happens when it is back", async () => {
    await without("temporal stopped", {
      away: () => house.cluster.signal("SIGSTOP"),
      alive: contributes,
      back: () => house.cluster.signal("SIGCONT"),
    });
    await without("temporal killed", {
      away: () => house.cluster.signal("SIGKILL"),
      alive: contributes,
      back: () => house.cluster.restart(),
    });
  });

  test("the database is killed: whoever asks is told when to ask again, and everything goes on when it is back", async () => {
    await without("database killed", {
      away: () => house.cluster.postgres.kill(),
      alive: async () => {
        await expect(all.network(network)).rejects.toMatchObject({ problem: { status: 503 } });
      },
      back: () => house.cluster.postgres.restart(),
    });
  });
});

const DAY = 86_400_000;
const today = () => inDays(0);
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
