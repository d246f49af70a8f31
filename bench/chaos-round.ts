// One round of chaos after the other, whoever sends the mails: they begin to leave, something is killed in the middle, it is started
// again, and what the mail server has taken is counted.
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sink } from "./mail-given.ts";

export type Killed = "worker" | "Temporal" | "database" | "all";

/** Who sends mails, and how it is killed. */
export type Trial = {
  kinds: Killed[];
  /** Mails that leave in each round. */
  mails: number;
  /** Makes ready for a round; nothing is killed meanwhile. */
  prepare?(): Promise<void>;
  /** Asks for the mails of a round. May fail when something is killed meanwhile. */
  ask(round: number): Promise<void>;
  kill(what: Killed): Promise<void>;
  /** Starts again what was killed; resolves when everything is up. */
  restart(what: Killed): Promise<void>;
  /** Asks again for what may not have been heard; how many mails the sender believes that it has sent of this round. */
  believed(round: number): Promise<number>;
  close(): Promise<void>;
};

export type Round = {
  killed: Killed;
  mails: number;
  /** Mails that had been taken when it was killed. */
  at: number;
  /** Believed to be sent, and never taken. */
  lost: number;
  /** Not sent a minute after all was up. */
  unsent: number;
  doubled: number;
  /** Milliseconds from when all was up to the first mail after it; undefined where none was left. */
  first?: number;
};

/** Milliseconds. `quiet`: nothing comes any more. */
const LIMITS = { all: 60_000, begin: 30_000, look: 5, lookUp: 100, quiet: 1_500 };
/** One round in so many, by chance, is killed before its first mail, at a random moment of so many milliseconds. */
const [EARLY, EARLY_MS] = [4, 400];

export async function playRounds(
  trial: Trial,
  { sink, rounds, say }: { sink: Sink; rounds: number; say: (words: string) => void },
): Promise<Round[]> {
  const played: Round[] = [];
  for (let n = 0; n < rounds; n++) {
    const round = await play(trial, sink, n);
    played.push(round);
    const { killed, at, lost, unsent, doubled, first } = round;
    say(
      `${n + 1}/${rounds} ${killed} at ${at}: lost ${lost}, unsent ${unsent}, doubled ${doubled}, first ${first ?? "–"} ms`,
    );
  }
  return played;
}

async function play(trial: Trial, sink: Sink, n: number): Promise<Round> {
  const killed = trial.kinds[n % trial.kinds.length]!;
  const { mails } = trial;
  await trial.prepare?.();
  sink.clear();
  const asked = trial.ask(n).catch(() => {});
  if (Math.random() < 1 / EARLY) await sleep(Math.random() * EARLY_MS);
  else await untilCount(sink, Math.ceil(Math.random() * mails * 0.9), LIMITS.begin);
  const at = sink.taken().length;
  await trial.kill(killed);
  // What was on its way to the mail server when its sender died arrives within a moment.
  await sleep(50);
  const before = sink.taken().length;
  await trial.restart(killed);
  const up = Date.now();
  await asked;
  const after = performance.now() + LIMITS.all;
  let believed = await trial.believed(n);
  while (performance.now() < after && (distinct(sink) < mails || believed < mails)) {
    await sleep(LIMITS.lookUp);
    believed = await trial.believed(n);
  }
  await sleep(LIMITS.quiet);
  const taken = sink.taken();
  const known = new Set(taken.map(({ id }) => id)).size;
  const next = taken[before]?.at;
  return {
    killed,
    mails,
    at,
    lost: Math.max(0, believed - known),
    unsent: mails - Math.max(known, believed),
    doubled: taken.length - known,
    ...(next !== undefined && { first: Math.max(0, next - up) }),
  };
}

const distinct = (sink: Sink) => new Set(sink.taken().map(({ id }) => id)).size;

async function untilCount(sink: Sink, count: number, withinMs: number): Promise<void> {
  for (const end = performance.now() + withinMs; performance.now() < end; await sleep(LIMITS.look))
    if (sink.taken().length >= count) return;
}
