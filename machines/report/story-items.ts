// What came of a phase's meetings, homework, tasks and decisions, in lines.
import type { Instant, Item } from "../../programmes/types.ts";
import type { LedgerRow } from "../ledger.ts";
import { attendanceOf } from "../meetings/attendance.ts";
import { partsOf } from "../view.ts";
import { outcomeText } from "./decisions.ts";
import { dateIn, sentence, type Setting } from "./given.ts";

/** A line for each meeting, homework and decision that something came of, in order of time, and one for all tasks. */
export function itemLines(setting: Setting, items: Item[]): string[] {
  const tasks = items.filter(({ kind }) => kind === "task" || kind === "deliverable");
  const lines = items.flatMap((item) => lineOf(setting, item)).toSorted((a, b) => a.at - b.at);
  return [...lines.map(({ text }) => text), ...(tasks.length > 0 ? [sentence(doneIn(setting, tasks))] : [])];
}

type Line = { at: Instant; text: string };

function lineOf(setting: Setting, item: Item): Line[] {
  if (setting.view.items[item.id]?.state === "cancelled") return cancelledIn(setting, item);
  if (item.kind === "meeting") return meetingIn(setting, item);
  if (item.kind === "homework") return homeworkIn(setting, item);
  return item.kind === "decision" ? decisionIn(setting, item) : [];
}

function cancelledIn({ words, say, rowsOf }: Setting, { id, title }: Item): Line[] {
  const row = rowsOf("item.cancelled").findLast(({ subject }) => subject === `item:${id}`);
  const why = row?.reason === undefined ? "" : ` ${sentence(row.reason)}`;
  return row ? [{ at: row.at, text: `${sentence(words.cancelled(say(title)))}${why}` }] : [];
}

function meetingIn(setting: Setting, { id, title }: Item): Line[] {
  const { view, words, say, rowsOf, contributions } = setting;
  const item = view.items[id];
  if (item?.state !== "held") return [];
  const dates = Object.values(item.sessions ?? { "": item }).flatMap(({ start, end = start }) =>
    start === undefined || end === undefined ? [] : [{ start, end }],
  );
  const inOrder = dates.toSorted((a, b) => a.start - b.start);
  const days = [
    ...new Set(inOrder.map((one) => setting.span(dateIn(setting, one.start), dateIn(setting, one.end)))),
  ].join(", ");
  const moves = rowsOf("item.moved").filter((row) => isAbout(row, id)).length;
  const present = attendanceOf(contributions, `item:${id}`).reduce(
    (all, one) => all + one.present.length + one.guests.length,
    0,
  );
  const parts = [
    words.held(say(title), days),
    ...(present > 0 ? [words.attended(present)] : []),
    ...(moves > 0 ? [words.moved(moves)] : []),
  ];
  return [{ at: inOrder[0]?.start ?? view.now, text: sentence(parts.join("; ")) }];
}

/** Of one with a target, in how many organisations it is reached; of others how many have delivered. */
function homeworkIn({ words, say, contributed, people, view }: Setting, { id, title, target, audience }: Item): Line[] {
  if (target) {
    const among = people.filter(({ roles }) => roles.some((role) => audience.includes(role)));
    const all = [...new Set(among.flatMap(({ organisation }) => organisation ?? []))];
    const count = (place: string) =>
      people.filter(({ organisation, roles }) => organisation === place && roles.includes(target.role)).length;
    const reached = all.filter((place) => count(place) >= target.atLeast).length;
    return [{ at: view.now, text: sentence(words.target(say(title), reached, all.length)) }];
  }
  const deliveries = contributed("homework.delivered").filter((one) => partsOf(one.item ?? "")[1] === id);
  const last = deliveries.at(-1);
  return last ? [{ at: last.at, text: sentence(words.homework(say(title), deliveries.length)) }] : [];
}

function decisionIn(setting: Setting, { id, title }: Item): Line[] {
  const { words, say, day, rowsOf } = setting;
  const rows = rowsOf("decision.taken", "decision.rejected").filter((row) => isAbout(row, id));
  return rows.map((row) => ({
    at: row.at,
    text: sentence(words.decisionTaken(say(title), outcomeText(setting, row), day(row.at))),
  }));
}

function doneIn({ view, words, say }: Setting, tasks: Item[]): string {
  const [only] = tasks;
  if (tasks.length === 1 && only) return words.taskDone(say(only.title), view.items[only.id]?.state === "done");
  const done = tasks.filter(({ id }) => view.items[id]?.state === "done").length;
  return words.tasksDone(done, tasks.length);
}

const isAbout = ({ subject }: LedgerRow, id: string): boolean =>
  partsOf(subject)[0] === "item" && partsOf(subject)[1] === id;
