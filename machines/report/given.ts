// What a report is made of, and what all its parts ask of that: days, titles, texts and, where they were asked for, names.
import { localDate } from "../../programmes/calendar.ts";
import { dayText, spanText } from "../../programmes/export/dates.ts";
import type { Instant, IsoDate, Item, Person, Plan, Programme, Text } from "../../programmes/types.ts";
import { planInForce } from "../in-force.ts";
import type { Contribution, Kind, LedgerRow, View } from "../ledger.ts";
import { REPORT_WORDS, type ReportWords } from "./words.ts";

/** A network as the store or a simulation has it. `rows`: its whole ledger. */
export type ReportGiven = {
  title: string;
  plan: Plan;
  view: View;
  people: Person[];
  contributions: Contribution[];
  rows: readonly LedgerRow[];
  language: keyof Text;
  /** Names of people, which stand in a report only where this is true. */
  names?: boolean;
  /** Whether names may stand beside the hours that each has worked, too. */
  hours?: boolean;
};

/** The same with what every part of a report asks for. */
export type Setting = ReportGiven & {
  /** As it now stands. */
  programme: Programme;
  words: ReportWords;
  /** «25. feb. 2027». */
  day(at: Instant | IsoDate): string;
  span(from: IsoDate, to: IsoDate): string;
  say(text: Text): string;
  role(code: string): string;
  /** A name where they are asked for and known, else the title of the role. */
  who(person: string | undefined, role: string | undefined): string;
  item(id: string): Item | undefined;
  rowsOf(...kinds: Kind[]): LedgerRow[];
  contributed(...kinds: Kind[]): Contribution[];
  /** The texts that came with a trigger. */
  textsOf(key: string | undefined): { [field: string]: unknown };
  idea(id: string): string;
};

/** Prepares a network for the parts of its report. */
export function settingOf(given: ReportGiven): Setting {
  const { plan, view, language, contributions, rows, people, names = false } = given;
  const { programme } = planInForce(plan, view);
  const { zone } = programme;
  const texts = new Map(contributions.flatMap(({ kind, key, data }) => (kind === "text" ? [[key, data]] : [])));
  const items = new Map(programme.items.map((item) => [item.id, item]));
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const say = (text: Text) => text[language];
  const role = (code: string) => {
    const found = programme.roles.find((one) => one.code === code);
    return found ? say(found.title) : (REPORT_WORDS[language].roles[code] ?? code);
  };
  const textsOf: Setting["textsOf"] = (key) => texts.get(key ?? "") ?? {};
  return {
    ...given,
    programme,
    words: REPORT_WORDS[language],
    day: (at) => dayText(typeof at === "number" ? localDate(at, zone) : at.slice(0, 10), "year", language),
    span: (from, to) => (from === to ? dayText(from, "year", language) : spanText(from, to, language)),
    say,
    role,
    who: (person, code) => (names ? nameOf.get(person ?? "") : undefined) ?? (code === undefined ? "" : role(code)),
    item: (id) => items.get(id),
    rowsOf: (...kinds) => rows.filter(({ kind }) => kinds.includes(kind)),
    contributed: (...kinds) => contributions.filter(({ kind }) => kind !== "text" && kinds.includes(kind)),
    textsOf,
    idea: (id) => String(textsOf(view.ideas[id]?.key)["title"] ?? id),
  };
}

/** A text with a full stop where it has no stop of its own. */
export const sentence = (text: string): string => (/[.!?…»]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** The text with a capital first. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The day of an instant in the network's zone. */
export const dateIn = ({ programme }: Setting, at: Instant): IsoDate => localDate(at, programme.zone);
