// Mails of one instant: to 2,000 people of one meeting, and from 400 networks at one minute, beside a loop that only hands mails over.
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createTransport } from "../mail/transport.ts";
import {
  invite,
  minuteAfter,
  remindedNetwork,
  remindersGoToday,
  startSink,
  untilTaken,
  type Sink,
} from "./mail-given.ts";
import { timed } from "./numbers.ts";
import { startStack, type Stack } from "./stack.ts";
import type { Line } from "./table.ts";

const PEOPLE = 2_000;
const NETWORKS = 400;
/** Milliseconds from the instant until the last mail is handed over. */
const REACH = { people: 2_500, networks: 6_000 };
/** Milliseconds. */
const LIMITS = { taken: 120_000, ready: 30_000, each: 250 };
/** Networks made at the same time. */
const AT_ONCE = 8;

/** On a stack of its own. Without a working day there are no reminders to measure: then only invitations are. */
export async function measureMails(): Promise<Line[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "fremdrift-mails-"));
  const sink = await startSink(path.join(folder, "taken"));
  const stack = await startStack(folder, { SMTP_URL: sink.url, MAIL_FROM: "fremdrift@example.org" });
  try {
    await stack.demoEnded();
    const loop = await handedOver(sink);
    const lines = [...(await toPeople(stack, sink, loop)), ...(await ofNetworks(stack, sink))];
    const detail = "median of 3, the same letter to each";
    return [{ name: `mails: a loop that hands over ${PEOPLE}`, figure: loop, unit: "ms", detail }, ...lines];
  } finally {
    await stack.stop();
    sink.kill();
    await rm(folder, { recursive: true });
  }
}

/** Milliseconds for as many mails of a usual size, by the same program that the sender uses, and nothing else. */
async function handedOver(sink: Sink): Promise<number> {
  const transport = createTransport({ url: sink.url });
  const paragraph = "Mødet holdes på rådhuset, og alle er velkomne. ".repeat(20);
  const [text, html] = [paragraph, `<html><body>${`<p>${paragraph}</p>`.repeat(4)}</body></html>`];
  const list = { id: "n", title: "N" };
  const rounds: number[] = [];
  for (let round = 0; round < 4; round++) {
    let next = 0;
    const one = async () => {
      while (next < PEOPLE) {
        const [messageId, email] = [`loop.${round}.${next}@example.org`, `member-${next++}@example.org`];
        const to = { name: "Medlem", email };
        await transport.sendMail({ messageId, from: "fremdrift@example.org", to, subject: "Møde", text, html, list });
      }
    };
    rounds.push(await timed(() => Promise.all([one(), one(), one(), one(), one()])));
  }
  transport.close();
  sink.clear();
  return rounds.slice(1).toSorted((a, b) => a - b)[1]!;
}

/** All are invited, from the trigger on; then all are reminded, from the instant on. */
async function toPeople({ client }: Stack, sink: Sink, loop: number): Promise<Line[]> {
  const at = minuteAfter(LIMITS.ready);
  const id = await remindedNetwork(client, { people: PEOPLE, at });
  const begun = Date.now();
  await invite(client, id);
  const invited = (await untilTaken(sink, PEOPLE, LIMITS.taken)).at(-1)!.at - begun;
  const lines: Line[] = [
    {
      name: `mails: ${PEOPLE} invited, the last handed over`,
      figure: invited,
      unit: "ms",
      detail: `first mails of the process, each with a calendar part; ${(invited / loop).toFixed(2)} × the loop`,
    },
  ];
  if (!remindersGoToday()) return lines;
  if (Date.now() > at) throw new Error("invitations took longer than there was time for: reminders are suppressed");
  sink.clear();
  const taken = await untilTaken(sink, PEOPLE, LIMITS.taken);
  const reminded = taken.at(-1)!.at - at;
  const detail = `first after ${taken[0]!.at - at} ms; ${(reminded / loop).toFixed(2)} × the loop`;
  const name = `mails: ${PEOPLE} reminded of one meeting, the last`;
  return [...lines, { name, figure: reminded, unit: "ms", reach: REACH.people, detail }];
}

async function ofNetworks({ client }: Stack, sink: Sink): Promise<Line[]> {
  if (!remindersGoToday()) return [];
  const at = minuteAfter(NETWORKS * LIMITS.each + LIMITS.ready);
  sink.clear();
  let next = 0;
  const make = async () => {
    while (next++ < NETWORKS) await invite(client, await remindedNetwork(client, { people: 1, at }));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, make));
  await untilTaken(sink, NETWORKS, LIMITS.taken);
  if (Date.now() > at) throw new Error("networks took longer to make than there was time for");
  await sleep(Math.max(0, at - Date.now() - 1_000));
  sink.clear();
  const taken = await untilTaken(sink, NETWORKS, LIMITS.taken);
  const detail = `first after ${taken[0]!.at - at} ms; a workflow, an activity and one mail each`;
  const name = `mails: ${NETWORKS} networks at one minute, the last`;
  return [{ name, figure: taken.at(-1)!.at - at, unit: "ms", reach: REACH.networks, detail }];
}
