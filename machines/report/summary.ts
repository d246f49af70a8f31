// The page for who was never there: who took part, what was tried, what was decided.
import type { Report } from "../../programmes/export/report/types.ts";
import { capital, sentence, type Setting } from "./given.ts";
import { meetingsIn, measuredIn, organisationsIn } from "./head.ts";
import { outcomeText } from "./decisions.ts";
import { decidedIn, resultOf } from "./ideas.ts";
import { developmentIn } from "./accounts.ts";

/** Three short lists; where nothing is noted, that is said. */
export function summaryOf(setting: Setting): Report["summary"] {
  const { words, programme } = setting;
  const { summary } = words;
  const tests = (programme.rights["startTest"] ?? []).length > 0;
  const what = tests ? testedIn(setting) : doneIn(setting);
  const decided = decisionsIn(setting);
  return [
    { title: summary.who, lines: whoIn(setting) },
    { title: tests ? summary.tested : summary.done, lines: what.length > 0 ? what : [words.nothingTested] },
    { title: summary.decided, lines: decided.length > 0 ? decided : [words.nothingDecided] },
  ];
}

function whoIn(setting: Setting): string[] {
  const { words, people, role, programme } = setting;
  const lead = people.find(({ roles }) => roles.includes("networkLead"));
  const roles = programme.roles
    .map(({ code }) => ({ code, count: people.filter((one) => one.roles.includes(code)).length }))
    .filter(({ code, count }) => count > 1 && code !== "networkLead")
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 3);
  return [
    words.took(people.length, organisationsIn(setting).length),
    ...(lead?.organisation === undefined ? [] : [words.led(role("networkLead"), lead.organisation)]),
    ...(roles.length === 0
      ? []
      : [words.largest(roles.map(({ code, count }) => `${role(code)} (${count})`).join(", "))]),
  ];
}

/** Every idea that was tested, with what its last test showed. */
function testedIn(setting: Setting): string[] {
  const { view, words, idea } = setting;
  const tested = Object.entries(view.ideas).filter(([, { round }]) => round > 0);
  return tested.map(([id]) => `${idea(id)}: ${sentence(resultOf(setting, id) ?? words.noResult)}`);
}

/** What a programme without tests comes to. */
function doneIn(setting: Setting): string[] {
  const { words, view, programme, say, contributed } = setting;
  const meetings = meetingsIn(setting);
  const held = meetings.filter(({ state }) => state === "held").length;
  const works = programme.items.filter(({ kind }) => kind === "homework").length;
  const tracks = programme.tracks.map(({ id, title, steps }) => {
    const own = Object.values(view.tracks).filter(({ track }) => track === id);
    const ended = own.filter(({ state }) => state === "ended").length;
    return words.tracksEnded(say(title), ended, own.length, steps.length);
  });
  const { records, all } = measuredIn(setting);
  return [
    ...phasesIn(setting),
    ...(meetings.length > 0 ? [words.heldMeetings(held, meetings.length)] : []),
    ...(works > 0 ? [words.deliveredWork(contributed("homework.delivered").length, works)] : []),
    ...tracks,
    ...(all > 0 ? [words.measured(records, all)] : []),
    ...developmentIn(setting),
  ];
}

/** How many phases are over, and why some were not carried out. */
function phasesIn({ programme, view, words, rowsOf, say }: Setting): string[] {
  const { phases } = programme;
  const skipped = rowsOf("phase.closed").filter(({ data }) => data?.["outcome"] === "notCarriedOut");
  const left = skipped.map(({ subject }) => subject);
  const done = phases.filter(({ id }) => view.phases[id]?.state === "closed" && !left.includes(`phase:${id}`));
  const titleOf = (subject: string) => {
    const found = phases.find(({ id }) => subject === `phase:${id}`);
    return found ? say(found.title) : subject;
  };
  return [
    ...(phases.length > 0 ? [words.phasesDone(done.length, phases.length)] : []),
    ...skipped.map(({ subject, reason }) => sentence(words.phaseSkipped(titleOf(subject), reason ?? ""))),
  ];
}

/** Ideas, decisions of the plan, and the network itself, each with its reason. */
function decisionsIn(setting: Setting): string[] {
  const { view, words, say, item, rowsOf } = setting;
  // Of one that was taken again the last time counts.
  const last = new Map(rowsOf("decision.taken").map((row) => [row.subject, row]));
  const taken = [...last.values()].flatMap((row) => {
    const found = item(row.subject.slice("item:".length));
    if (!found) return [];
    const rejected = rowsOf("decision.rejected").filter(({ subject }) => subject === row.subject).length;
    const said = [outcomeText(setting, row), ...(rejected > 0 ? [words.rejectedBefore(rejected)] : [])].join(" ");
    return [sentence(words.decidedItem(say(found.title), said)) + because(setting, row.reason)];
  });
  const ended = view.ended && words.networkDecision(words.outcomes[view.ended.outcome] ?? view.ended.outcome);
  return [
    ...decidedIn(setting),
    ...taken,
    ...(ended ? [sentence(capital(ended)) + because(setting, view.ended?.reason)] : []),
  ];
}

const because = ({ words }: Setting, reason: string | undefined): string =>
  reason === undefined ? "" : ` ${sentence(words.because(reason))}`;
