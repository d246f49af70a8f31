// A whole network played in this process: the programme, people and script as given, or those the product ships with.
import { entryJson, type DeliveryJson, type EntryJson } from "../machines/entry-json.ts";
import { readBallots, readIdeas, type Reader } from "../machines/ideas/read.ts";
import type { Book } from "../machines/ledger.ts";
import { measurements } from "../machines/monitoring.ts";
import { narrationOf, narrator, type Narration } from "../machines/narrate.ts";
import { readScript } from "../machines/script.ts";
import { simulate, startOf, type Cue, type Simulated } from "../machines/simulate.ts";
import { progressOf } from "../machines/progress.ts";
import { stateOf } from "../machines/summary.ts";
import { endOfDay } from "../programmes/calendar.ts";
import { readEnd, rfc3339 } from "../programmes/instant.ts";
import { planOf } from "../programmes/plan.ts";
import type { Instant, Person, Plan } from "../programmes/types.ts";
import type { BallotJson } from "../api/client.ts";
import { Failure, usage } from "./failure.ts";
import { ballotText } from "./network/ballots.ts";
import { programmeGiven, startGiven } from "./given.ts";
import { nextIn, nextText, progressJson, progressText, type NextJson, type ProgressJson } from "./progress.ts";
import { peopleFor, scriptFor } from "./samples.ts";
import { unmetOf, type UnmetJson } from "./unmet.ts";
import { writeReport } from "./simulated-report.ts";
import type { Given, Output, World } from "./world.ts";

/** `{ ledger, state, ideas, ballots, next, progress, unmet, refused }`; a refused script line is no failure, but it is told. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { words } = world;
  const programme = await programmeGiven(args[0]!, world);
  const start = await startGiven(programme, options, words);
  if (start === undefined) throw usage(words.needsStart(programme.id));
  const plan = planOf(programme, start);
  const people = await peopleFor(plan, options["people"], world);
  const cues = await cuesFor(plan, people, options["script"], world);
  const until = untilOf(plan, cues, options["until"], world);
  const lead = people.find(({ roles }) => roles.includes("networkLead")) ?? people[0];
  const done = simulate({ plan, title: programme.title[world.language], people, cues, until, by: lead?.id ?? "" });

  const narration = narrationIn(done, plan, world);
  // As it stands then, and not when something last happened.
  const book = { ...done.book, view: { ...done.book.view, now: done.network.state.now } };
  const json = {
    ledger: ledgerOf(done, plan, [...people, ...done.book.people]),
    state: stateOf(plan, book.view),
    ideas: readIdeas(book, readerOf(book, world)),
    ballots: readBallots(book, readerOf(book, world)),
    next: nextIn(plan, book, narration),
    progress: progressJson(progressOf(plan, book.view, done.ledger), world.language),
    measurements: measurements(plan.programme, book.contributions).map((one) => ({
      ...one,
      title: one.title[world.language],
    })),
    unmet: unmetOf(plan, book, world.language),
    refused: done.refused.map((one) => refusalJson(one, plan, people, world)),
  };
  for (const line of refusalLines(json.refused, world)) world.say(line);
  if (options["report"] !== undefined) await writeReport(options["report"], book, done.ledger, world);
  return { json, text: textOf(json, narration, world) };
}

async function cuesFor(plan: Plan, people: Person[], file: string | undefined, world: World): Promise<Cue[]> {
  if (file === undefined) return [];
  const read = readScript(await scriptFor(plan, file, world), plan, people, world.language);
  if ("cues" in read) return read.cues;
  const faults = read.problems.map(({ path, message }) => ({ path, message }));
  throw new Failure("script", world.words.brokenScript(file), faults);
}

/** As given; else to the end of the plan or of the script, whichever is later. */
function untilOf(plan: Plan, cues: Cue[], given: string | undefined, { words }: World): Instant {
  const { zone } = plan.programme;
  const start = startOf(plan);
  if (given !== undefined) {
    const until = readEnd(given, zone);
    if (until === undefined) throw usage(words.badUntil(given));
    if (until < start) throw usage(words.untilBeforeStart(given, plan.start));
    return until;
  }
  const ends = Object.values(plan.intervals).flatMap(({ to }) => (to === undefined ? [] : [endOfDay(to, zone)]));
  return [start, ...ends, ...cues.map(({ at }) => at)].reduce((a, b) => Math.max(a, b));
}

function ledgerOf({ ledger, deliveries }: Simulated, plan: Plan, people: Person[]): EntryJson[] {
  const emails = new Map(people.map(({ id, email }) => [id, email]));
  const emailOf = (id: string) => emails.get(id);
  const sent = new Map<number, DeliveryJson[]>();
  for (const { seq, person } of deliveries) {
    sent.set(seq, [...(sent.get(seq) ?? []), { to: emailOf(person) ?? person, state: "sent" }]);
  }
  return ledger.map((row) =>
    entryJson(row, { zone: plan.programme.zone, emailOf, deliveries: sent.get(row.seq) ?? [] }),
  );
}

type RefusalJson = {
  at: string;
  by: string;
  trigger: string;
  data: Cue["data"];
  code: string;
  detail: string;
  unmet: UnmetJson[];
};

function refusalJson(
  { cue, result }: Simulated["refused"][number],
  plan: Plan,
  people: Person[],
  { language }: World,
): RefusalJson {
  return {
    at: rfc3339(cue.at, plan.programme.zone),
    by: people.find(({ id }) => id === cue.by)?.email ?? cue.by,
    trigger: cue.type,
    data: cue.data,
    code: result.code,
    detail: result.why[language],
    unmet: result.unmet.map((one) => ({ ...one, title: one.title[language] })),
  };
}

const readerOf = ({ people }: Book, { language }: World): Reader => ({
  language,
  emailOf: (id) => people.find((one) => one.id === id)?.email,
});

function refusalLines(refused: RefusalJson[], { words }: World): string[] {
  if (refused.length === 0) return [];
  return [
    words.refused(refused.length),
    ...refused.flatMap(({ at, trigger, detail, unmet }) => [
      `  ${at.slice(0, 16)} ${trigger}: ${detail}`,
      ...unmet.map(({ title, have, need }) => `    ✗ ${words.unmet(title, have, need)}`),
    ]),
  ];
}

/** Names of phases, items, roles, and of ideas as they were captured. */
function narrationIn({ book }: Simulated, plan: Plan, { language }: World): Narration {
  const narration = narrationOf(plan.programme, { start: plan.start, language, people: book.people });
  for (const [id, { key }] of Object.entries(book.view.ideas)) {
    const title = book.contributions.find((one) => one.kind === "text" && one.key === key)?.data["title"];
    if (typeof title === "string") narration.titles[`idea:${id}`] = title;
  }
  return narration;
}

const ideaTitles = ({ titles }: Narration): Map<string, string> =>
  new Map(Object.entries(titles).map(([subject, title]) => [subject.replace(/^idea:/, ""), title]));

type Told = {
  ledger: EntryJson[];
  ballots: BallotJson[];
  unmet: Record<string, UnmetJson[]>;
  next: NextJson[];
  progress: ProgressJson[];
};

function textOf(
  { ledger, ballots, unmet, next, progress }: Told,
  narration: Narration,
  { language, words }: World,
): string {
  const entries = ledger.flatMap(narrator(narration));
  const missing = Object.entries(unmet).flatMap(([phase, list]) => [
    words.mayNotClose(narration.titles[`phase:${phase}`] ?? phase),
    ...list.map(({ title, have, need }) => `  ✗ ${words.unmet(title, have, need)}`),
  ]);
  return [
    ...entries,
    ...ballots.flatMap((ballot) => ["", ballotText(ballot, ideaTitles(narration), language)]),
    "",
    words.simulated(ledger.length),
    ...missing,
    ...progressText(progress, language),
    ...nextText(next, language),
  ].join("\n");
}
