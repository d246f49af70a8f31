// Mails that leave while everything around them is killed with -9: how many are lost, left, or sent twice, and how soon the first goes
// when all is up again. Beside it a plain queue on PostgreSQL, killed in the same way.
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { SENDER_LIMITS } from "../mail/sender.ts";
import { postgresBin, startPostgres } from "../test/support/postgres.ts";
import { createHouseTrial } from "./chaos-house.ts";
import { createQueueTrial } from "./chaos-queue.ts";
import { playRounds, type Round, type Trial } from "./chaos-round.ts";
import { startSink, type Sink } from "./mail-given.ts";
import type { Line } from "./table.ts";

/** Rounds for each contender, where nothing else is said. */
const ROUNDS = 8;
/** Milliseconds to the first mail after everything is up. */
const FIRST = 2_000;

type Contender = { name: string; open: (sink: Sink, folder: string) => Promise<Trial>; unsure: number };

/**
 * So many rounds of each contender, one after the other, or of those alone that FREMDRIFT_BENCH_CHAOS names, with commas between.
 * Without PostgreSQL's programs only what needs none of them.
 */
export async function measureChaos(rounds = ROUNDS): Promise<Line[]> {
  // Each process that is started has to end with this one, and many are.
  process.setMaxListeners(0);
  const bin = postgresBin();
  const server = bin === undefined ? undefined : () => startPostgres(bin);
  const unsure = SENDER_LIMITS.unsure;
  const contenders: Contender[] = [
    { name: "embedded", open: (sink, folder) => createHouseTrial({ sink, folder }), unsure },
    ...(server
      ? [
          {
            name: "on a server",
            open: async (sink: Sink, folder: string) => createHouseTrial({ sink, folder, server: await server() }),
            unsure,
          },
          {
            name: "graphile-worker",
            open: async (sink: Sink, folder: string) => createQueueTrial({ sink, folder, server: await server() }),
            unsure: Number.POSITIVE_INFINITY,
          },
          {
            name: "graphile-worker careful",
            open: async (sink: Sink, folder: string) =>
              createQueueTrial({ sink, folder, server: await server(), careful: true }),
            unsure: Number.POSITIVE_INFINITY,
          },
        ]
      : []),
  ];
  const only = process.env["FREMDRIFT_BENCH_CHAOS"]?.split(",");
  const lines: Line[] = [];
  for (const contender of contenders.filter(({ name }) => only?.includes(name) ?? true))
    lines.push(...linesOf(contender, await played(contender, rounds)));
  return lines;
}

async function played({ name, open }: Contender, rounds: number): Promise<Round[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "fremdrift-chaos-"));
  const sink = await startSink(path.join(folder, "taken"));
  const trial = await open(sink, folder);
  try {
    return await playRounds(trial, { sink, rounds, say: (words) => process.stderr.write(`  ${name}: ${words}\n`) });
  } finally {
    await trial.close();
    sink.kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function linesOf({ name, unsure }: Contender, rounds: Round[]): Line[] {
  const ours = Number.isFinite(unsure);
  const mails = rounds.reduce((sum, round) => sum + round.mails, 0);
  const sum = (what: (round: Round) => number) => rounds.reduce((total, round) => total + what(round), 0);
  const firsts = (which: (round: Round) => boolean) =>
    rounds.flatMap((round) => (round.first !== undefined && which(round) ? [round.first] : []));
  const [leaving, before] = [firsts(({ at }) => at > 0), firsts(({ at }) => at === 0)];
  const what = (kind: string) => `chaos, ${name}: ${kind}`;
  const kinds = [...new Set(rounds.map(({ killed }) => killed))];
  const detail = `${rounds.length} rounds; killed ${kinds.map((kind) => `${kind} ${rounds.filter(({ killed }) => killed === kind).length} ×`).join(", ")}`;
  const most = Math.max(...rounds.map(({ doubled }) => doubled));
  const reach = (figure: number) => (ours ? { reach: figure } : {});
  const early = {
    name: what("first mail, killed before any left"),
    figure: Math.max(...before),
    unit: "ms",
    detail: `longest of ${before.length} rounds; they may have to be asked for anew first`,
  };
  return [
    { name: what("lost"), figure: sum((one) => one.lost), unit: `of ${mails}`, ...reach(0), detail },
    { name: what("unsent"), figure: sum((one) => one.unsent), unit: `of ${mails}`, ...reach(0), detail: UNSENT },
    {
      name: what("doubled, most in one round"),
      figure: most,
      unit: "mails",
      ...reach(unsure),
      detail: `${sum((one) => one.doubled)} in all${ours ? "; at most those in flight at the kill" : ""}`,
    },
    {
      name: what("first mail after all is up"),
      figure: Math.max(0, ...leaving),
      unit: "ms",
      ...reach(FIRST),
      detail: `longest of ${leaving.length} rounds killed while mails left, that had some left`,
    },
    ...(before.length > 0 ? [early] : []),
  ];
}

const UNSENT = "a minute after all was up";
