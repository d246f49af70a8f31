// A programme as rows: every phase, item, session and track once, in one language. CSV and the printed table are made of them.
import { firstDateOf, precisionOf, weeksOf } from "../dates.ts";
import { planOf, refsOf } from "../plan.ts";
import type { Language } from "../problem.ts";
import type { Effort, Interval, IsoDate, Item, ItemKind, Plan, Programme, Session, When } from "../types.ts";
import { EXPORT_WORDS } from "./words.ts";

/** A plan, or what there is of one where neither the source nor anybody else says when it starts. */
export type Layout = Omit<Plan, "start"> & { start?: IsoDate };

/** The programme from a start; without one it has the dates that the source gives, if any. Throws where `start` is no date. */
export function layoutOf(programme: Programme, start?: IsoDate): Layout {
  const first = start ?? firstDateOf(programme);
  return first === undefined ? { programme, intervals: {} } : planOf(programme, first);
}

type RowKind = ItemKind | "phase" | "track" | "session";
export type Row = {
  /** Of a session `item.session`: no id has a full stop in it. */
  id: string;
  kind: RowKind;
  /** Of a session: the kind of what it is a part of. */
  partOf?: ItemKind;
  title: string;
  /** Ids of phases. */
  phases: string[];
  interval: Interval;
  /** Programme weeks, where the source counts in them. */
  weeks?: [first: number, last: number];
  /** Titles of roles; `?` where the source does not say. */
  audience: string[];
  place?: string;
  description?: string;
  asks: string[];
  effort?: string;
  tentative: boolean;
  extent?: Item["extent"];
  /** What else is so of it: voluntary, open to others, a target. */
  traits: string[];
  /** What the source leaves open about it, and what we added. */
  remarks: { code: "open" | "ours"; text: string }[];
};

/** Phases, then tracks, then items, each followed by its sessions, in the programme's order. */
export function rowsOf(layout: Layout, language: Language): Row[] {
  const { programme } = layout;
  const phases = programme.phases.map(({ id, title, when, description }) => ({
    ...plain(id, "phase", title[language], dated(layout, id, when)),
    ...(description && { description: description[language] }),
    remarks: remarksOn(programme, `phases.${id}`, language),
  }));
  const tracks = programme.tracks.map(({ id, title, when, phases, lead }) => ({
    ...plain(id, "track", title[language], dated(layout, id, when)),
    phases,
    audience: titlesOf(programme, [lead], language),
    remarks: remarksOn(programme, `tracks.${id}`, language),
  }));
  return [...phases, ...tracks, ...programme.items.flatMap((item) => itemRows(layout, item, language))];
}

/** Days of work in words: "5 dage + 2 dage pr. idé". */
export function effortText({ base, perIdea }: Effort, language: Language): string {
  const words = EXPORT_WORDS[language];
  const parts = [base === undefined ? "" : words.days(base), perIdea === undefined ? "" : words.perIdea(perIdea)];
  return parts.filter((part) => part !== "").join(" + ");
}

/** Programme weeks in words: "uge 17 eller 18". */
export function weeksText(interval: Interval, [first, last]: [number, number], language: Language): string {
  const words = EXPORT_WORDS[language];
  if (first === last) return words.week(first);
  return interval.precision === "either" ? words.either(first, last) : words.weeks(first, last);
}

function itemRows(layout: Layout, item: Item, language: Language): Row[] {
  const { programme } = layout;
  const silent = programme.openQuestions.some(({ path }) => path === `items.${item.id}.audience`);
  const shared = {
    phases: item.phases,
    audience: silent ? ["?"] : titlesOf(programme, item.audience, language),
    tentative: item.tentative === true,
  };
  const whole: Row = {
    ...plain(item.id, item.kind, item.title[language], dated(layout, item.id, item.when)),
    ...shared,
    ...(item.place !== undefined && { place: item.place }),
    ...(item.description && { description: item.description[language] }),
    ...(item.asks && { asks: item.asks.map((ask) => ask[language]) }),
    ...(item.effort && { effort: effortText(item.effort, language) }),
    ...(item.extent && { extent: item.extent }),
    traits: traitsOf(programme, item, language),
    remarks: remarksOn(programme, `items.${item.id}`, language),
  };
  const sessions = sessionsOf(programme, item, whole.interval).map((session): Row => {
    const interval = { ...undatedOf(session.when), ...whole.interval.sessions?.[session.id] };
    const place = session.place ?? item.place;
    const title = `${item.title[language]}: ${session.title?.[language] ?? session.region ?? session.id}`;
    const row = plain(`${item.id}.${session.id}`, "session", title, { interval });
    return { ...row, partOf: item.kind, ...shared, ...(place !== undefined && { place }) };
  });
  return [whole, ...sessions];
}

function traitsOf(programme: Programme, item: Item, language: Language): string[] {
  const words = EXPORT_WORDS[language];
  const { target } = item;
  const role = target && titlesOf(programme, [target.role], language)[0];
  return [
    ...(item.voluntary ? [words.voluntary] : []),
    ...(item.openSignUp ? [words.openSignUp] : []),
    ...(target ? [words.target(role ?? target.role, target.atLeast)] : []),
  ];
}

/** The questions that the programme asks about a part, but for those that a date or audience left out makes by itself. */
function remarksOn({ openQuestions }: Programme, part: string, language: Language): Row["remarks"] {
  return openQuestions
    .filter(({ path }) => path === part)
    .map(({ code, text }) => ({ code, text: remarkText({ code, text: text[language] }, language) }));
}

/** A remark as it is read: of what we added, that it is not in the source. */
export function remarkText({ code, text }: Row["remarks"][number], language: Language): string {
  return code === "ours" ? EXPORT_WORDS[language].ours(text) : text;
}

/** Its own; where its date counts from an item of several sessions, a window for each of those. */
function sessionsOf({ items }: Programme, item: Item, { sessions: windows = {} }: Interval): Session[] {
  if (item.sessions) return item.sessions;
  const others = refsOf(item.when).flatMap((id) => items.find((other) => other.id === id)?.sessions ?? []);
  return others
    .filter(({ id }) => windows[id] !== undefined)
    .map(({ place: _, ...session }) => ({ ...session, when: item.when }));
}

type Dates = Pick<Row, "interval" | "weeks">;

function plain(id: string, kind: RowKind, title: string, dates: Dates): Row {
  return { id, kind, title, ...dates, phases: [], audience: [], asks: [], tentative: false, traits: [], remarks: [] };
}

function dated({ intervals }: Layout, id: string, when: When): Dates {
  const weeks = weeksOf(when);
  return { interval: intervals[id] ?? undatedOf(when), ...(weeks && { weeks }) };
}

/** What is known of a date that no start has resolved. */
function undatedOf(when: When): Interval {
  const { quote, label } = when;
  const words = { ...(quote !== undefined && { quote }), ...(label !== undefined && { label }) };
  return { precision: precisionOf(when), ...words };
}

function titlesOf({ roles }: Programme, codes: string[], language: Language): string[] {
  return codes.map((code) => roles.find((role) => role.code === code)?.title[language] ?? code);
}
