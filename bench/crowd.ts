// Everybody at once: 160 people answer an invitation, and 160 send a trigger to one network.
import { setTimeout as sleep } from "node:timers/promises";
import { givenNetwork, memberEmail, type Given } from "./given.ts";
import { connect, trigger, type Answer } from "./load.ts";
import { median, short, timed } from "./numbers.ts";
import { until, type Stack } from "./stack.ts";
import type { Line } from "./table.ts";

const PEOPLE = 160;
/** The first one warms up and does not count. */
const ROUNDS = 6;
/** Milliseconds: what a round leaves to be written is done before the next. */
const BETWEEN = 1_000;
const MAILED_WITHIN = 60_000;
/** Milliseconds until all are answered. */
const REACH = 200;

/** Milliseconds until all are answered (median of the rounds), and how many were not taken. */
export async function measureCrowds(stack: Stack): Promise<Line[]> {
  const first = await givenNetwork(stack, PEOPLE);
  const tokens = await Promise.all(
    [...Array(PEOPLE).keys()].map((n) => stack.client.createToken(first.network, memberEmail(n))),
  );
  await until(MAILED_WITHIN, async () => ((await allMailed(stack, first)) ? true : undefined));
  const networks = [first];
  while (networks.length < ROUNDS) networks.push(await givenNetwork(stack, PEOPLE));

  const answers = await rounds(stack, (n, round) => {
    const data = { item: first.meeting, answer: round % 2 === 0 ? "accepted" : "declined" };
    return trigger(stack.url, tokens[n]!.token, first.network, { type: "answer", data });
  });
  const ideas = await rounds(stack, (n, round) => {
    const data = { title: `Idé ${n}`, text: "Den prøves i to uger." };
    return trigger(stack.url, tokens[n]!.token, networks[round]!.network, { type: "addIdea", data });
  });
  return [...linesOf(`${PEOPLE} answer an invitation`, answers), ...linesOf(`${PEOPLE} trigger one network`, ideas)];
}

type Round = { ms: number; refused: number };

async function rounds(stack: Stack, call: (n: number, round: number) => Promise<Answer>): Promise<Round[]> {
  const done: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await sleep(BETWEEN);
    await connect(stack.url, PEOPLE);
    let answers: Answer[] = [];
    const ms = await timed(async () => {
      answers = await Promise.all([...Array(PEOPLE).keys()].map((n) => call(n, round)));
    });
    done.push({ ms, refused: answers.filter(({ status }) => status !== 200).length });
  }
  return done.slice(1);
}

function linesOf(name: string, done: Round[]): Line[] {
  const times = done.map(({ ms }) => ms);
  const refused = done.reduce((sum, round) => sum + round.refused, 0);
  return [
    {
      name: `${name}: all answered`,
      figure: median(times),
      unit: "ms",
      reach: REACH,
      detail: `rounds ${times.map(short).join(", ")}`,
    },
    { name: `${name}: refused`, figure: refused, unit: `of ${done.length * PEOPLE}`, reach: 0 },
  ];
}

async function allMailed({ client }: Stack, { network, meeting }: Given): Promise<boolean> {
  const ledger = await client.ledger(network);
  const invitation = ledger.find(({ subject, deliveries }) => subject === `item:${meeting}` && deliveries?.length);
  return invitation?.deliveries?.every(({ state }) => state === "sent") ?? false;
}
