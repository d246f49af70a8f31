// Fremdrift in a round of chaos: a network of 500 people whose meeting is moved, so that all are told at once.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { TestServer } from "../test/support/postgres.ts";
import type { Trial } from "./chaos-round.ts";
import { inDays } from "./given.ts";
import { invite, MEETING, remindedNetwork, untilTaken, type Sink } from "./mail-given.ts";
import { killAll, tree } from "./processes.ts";
import { startStack, type Stack } from "./stack.ts";

const PEOPLE = 500;
/** Days to the first day that the meeting is moved to: later than any reminder of it. */
const FAR = 40;
/** Milliseconds. */
const [MAILED_WITHIN, TEMPORAL_WITHIN] = [120_000, 60_000];

/** On the embedded database, or on a server that is killed, too. */
export async function createHouseTrial({
  sink,
  folder,
  server,
}: {
  sink: Sink;
  folder: string;
  server?: TestServer;
}): Promise<Trial> {
  const database = server ? { DATABASE_URL: await server.database() } : {};
  const start = () => startStack(folder, { ...database, SMTP_URL: sink.url, MAIL_FROM: "fremdrift@example.org" });
  let stack = await start();
  await stack.demoEnded();
  // Its reminder would have gone a while ago: only what is asked for goes.
  const id = await remindedNetwork(stack.client, { people: PEOPLE, at: Date.now() - 300_000 });
  await invite(stack.client, id);
  await untilTaken(sink, PEOPLE, MAILED_WITHIN);
  const keys: string[] = [];
  const move = (round: number) => {
    const key = (keys[round] ??= randomUUID());
    return stack.client.trigger(id, "moveItem", { item: MEETING, start: inDays(FAR + round), reason: "chaos" }, key);
  };
  return {
    kinds: server ? ["worker", "database", "all", "Temporal"] : ["worker", "all", "Temporal"],
    mails: PEOPLE,
    ask: async (round) => void (await move(round)),
    kill: async (what) => {
      if (what === "worker") killAll([stack.pid]);
      if (what === "Temporal") killAll(temporalOf(stack));
      if (what === "all") killAll(tree(stack.pid).map(({ pid }) => pid));
      if (what === "database" || what === "all") await server?.kill();
    },
    restart: async (what) => {
      if (what === "database" || what === "all") await server?.restart();
      if (what === "worker" || what === "all") stack = await start();
      // The stack starts it again by itself.
      if (what === "Temporal") await temporalAnswers(stack);
    },
    believed: async (round) => {
      try {
        const { entries } = await move(round);
        const told = entries.find(({ kind }) => kind === "message.sent")!;
        const [entry] = await stack.client.ledger(id, { after: told.seq! - 1, limit: 1 });
        return (entry?.deliveries ?? []).filter(({ state }) => state === "sent").length;
      } catch {
        // Temporal or the database is on its way up.
        await sleep(100);
        return 0;
      }
    },
    close: async () => {
      await stack.stop();
      await server?.stop();
    },
  };
}

/** Waits until its Temporal takes connections again. */
async function temporalAnswers(stack: Stack): Promise<void> {
  const port = Number(stack.temporal.split(":")[1]);
  for (const end = performance.now() + TEMPORAL_WITHIN; performance.now() < end; await sleep(20)) {
    const socket = connect(port, "127.0.0.1");
    const taken = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (taken) return;
  }
  throw new Error("Temporal did not come back");
}

const temporalOf = ({ pid }: Stack) =>
  tree(pid)
    .filter(({ args }) => args.includes("start-dev"))
    .map((process) => process.pid);
