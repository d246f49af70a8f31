// A whole network in memory: every shipped programme with the people and script of its sample, from start to end.
import { listProgrammes, samplePeople, sampleScript } from "../library/programmes.ts";
import { readScript } from "../machines/script.ts";
import { simulate, type Simulated } from "../machines/simulate.ts";
import { sampleStartOf } from "../programmes/dates.ts";
import { parsePeople } from "../programmes/people.ts";
import { planOf } from "../programmes/plan.ts";
import type { Programme } from "../programmes/types.ts";
import { median, percentile, short, timed } from "./numbers.ts";
import type { Line } from "./table.ts";

/** The first programme's runs, and those of each of the others. */
const RUNS = 300;
const OTHERS = 100;
/** Runs that do not count: the machines are compiled in the first, and Node is warm after the rest. */
const WARM_UP = 20;
/** Milliseconds, of the first programme. */
const REACH = 50;
/** After the end of every sample's script. */
const UNTIL = Date.UTC(2030, 0, 1);

/** For each programme p50 of a whole run, and beside it of a JSON round trip of the book that the run leaves. */
export async function measureSimulate(): Promise<Line[]> {
  const programmes = await listProgrammes();
  const lines: Line[] = [];
  for (const [index, programme] of programmes.entries())
    lines.push(...(await measure(programme, index === 0 ? { runs: RUNS, reach: REACH } : { runs: OTHERS })));
  return lines;
}

async function measure(programme: Programme, { runs, reach }: { runs: number; reach?: number }): Promise<Line[]> {
  const { play, cues } = await given(programme);
  let last = play();
  for (let run = 0; run < WARM_UP; run++) last = play();
  const played: number[] = [];
  const copied: number[] = [];
  // In turns, so that what the machine does meanwhile hits both.
  for (let run = 0; run < runs; run++) {
    played.push(await timed(async () => void (last = play())));
    copied.push(await timed(async () => void JSON.parse(JSON.stringify(last.book))));
  }
  const { ledger, book } = last;
  const size = `${cues} triggers, ${book.people.length} people, ${ledger.length} entries`;
  return [
    {
      name: `simulate: ${programme.id}, its whole script`,
      figure: median(played),
      unit: "ms p50",
      ...(reach !== undefined && { reach }),
      detail: `p95 ${short(percentile(played, 0.95))} ms, ${runs} runs, ${size}`,
    },
    {
      name: `simulate: ${programme.id} / JSON round trip of its book`,
      figure: median(played.map((ms, run) => ms / copied[run]!)),
      unit: "× p50",
      detail: `the round trip ${short(median(copied))} ms`,
    },
  ];
}

/** Throws where a sample does not hold. */
async function given(programme: Programme): Promise<{ play: () => Simulated; cues: number }> {
  const plan = planOf(programme, sampleStartOf(programme)!);
  const people = parsePeople((await samplePeople(programme.id))!, programme.roles);
  if ("problems" in people) throw new Error(`${programme.id}: ${people.problems[0]?.message}`);
  const read = readScript(JSON.parse((await sampleScript(programme.id))!), plan, people.people);
  if ("problems" in read) throw new Error(`${programme.id}: ${read.problems[0]?.message}`);
  const options = { plan, title: programme.title.da, people: people.people, cues: read.cues, until: UNTIL };
  return { play: () => simulate(options), cues: read.cues.length };
}
