// The ledger told to people, a line an entry: for the demo, the command line and the log.
import { DateTime } from "luxon";
import { isoWeekStart } from "../programmes/calendar.ts";
import type { IsoDate, Person, Programme, Text } from "../programmes/types.ts";
import type { EntryJson } from "./entry-json.ts";
import type { Kind } from "./ledger.ts";
import { sessionsOf } from "./members.ts";
import { KIND_WORDS, peopleCount, ruleWord, SMALL, whyWord, wordOf, workTime } from "./narrate-words.ts";
import { partsOf } from "./view.ts";

type Language = keyof Text;

/** What a narrator must know apart from the entries. All keys are as entries have them. */
export type Narration = {
  start: IsoDate;
  language: Language;
  /** By subject (`phase:design`, `item:m1`, `idea:i1`); ideas are added as they come. */
  titles: Record<string, string>;
  rules: Record<string, string>;
  roles: Record<string, string>;
  /** By e-mail. */
  names: Record<string, string>;
  /** Full breaks, by programme week. */
  breaks: Set<number>;
};

/** What there is to know before anything happens: from the programme and the people. */
export function narrationOf(
  programme: Programme,
  options: { start: IsoDate; language: Language; people: Pick<Person, "name" | "email">[] },
): Narration {
  const { start, language, people } = options;
  const titled = [
    ...programme.phases.map(({ id, title }) => [`phase:${id}`, title[language]]),
    ...programme.items.flatMap((item) => [
      [`item:${item.id}`, item.title[language]],
      ...sessionsOf(programme, item).map((session) => [
        `item:${item.id}/${session.id}`,
        `${item.title[language]} (${session.title?.[language] ?? session.region ?? session.id})`,
      ]),
    ]),
    ...programme.conditions.map(({ id, title }) => [`condition:${id}`, title[language]]),
  ];
  return {
    start,
    language,
    titles: Object.fromEntries(titled),
    rules: Object.fromEntries(programme.reminders.map(({ id, title }) => [id, title[language]])),
    roles: Object.fromEntries(programme.roles.map(({ code, title }) => [code, title[language]])),
    names: Object.fromEntries(people.map(({ email, name }) => [email, name])),
    breaks: new Set(programme.items.flatMap((item) => (item.extent === "full" ? weeksIn(item.when) : []))),
  };
}

/** Programme week of an entry's moment; week 1 is the ISO week that holds `start`. */
export function weekOf(at: string, start: IsoDate): number {
  const monday = (date: IsoDate) => DateTime.fromISO(isoWeekStart(date), { zone: "utc" });
  return Math.round(monday(at.slice(0, 10)).diff(monday(start), "weeks").weeks) + 1;
}

/** One entry as a line: «Uge 7 · 15. mar  Fase åbnet: Fokusering (Astrid Lyngdal, netværksleder)». */
export function narrate(entry: EntryJson, narration: Narration): string {
  const { language, start } = narration;
  const when = `${SMALL[language].week} ${weekOf(entry.at, start)} · ${dayOf(entry.at, language)}`;
  return `${when.padEnd(WHEN_WIDTH)}  ${wordsOf(entry, narration)}`;
}

/**
 * Tells a whole network as it goes: each entry's lines, after a heading for each new week. What is only planned is passed
 * over, since it is told when it happens.
 */
export function narrator(narration: Narration): (entry: EntryJson) => string[] {
  const open = new Set<string>();
  let week = 0;
  return (entry) => {
    if (QUIET.has(entry.kind)) return [];
    named(entry, narration);
    const now = weekOf(entry.at, narration.start);
    const headings = now > week ? headingsOf(week + 1, now, open, narration) : [];
    week = Math.max(week, now);
    const moved = follow(open, entry);
    const all = moved && open.size > 1 ? ` · ${SMALL[narration.language].now}: ${listOf(open, narration)}` : "";
    return [...headings, narrate(entry, narration) + all];
  };
}

/** What is added or renamed is called so from then on. */
export function named({ kind, subject, data }: EntryJson, { titles, language }: Narration): void {
  const of = kind === "item.added" ? (data?.["item"] as { title?: Text } | undefined)?.title : data?.["title"];
  if ((kind === "item.added" || kind === "item.renamed") && of)
    titles[subject] = typeof of === "string" ? of : (of as Text)[language];
}

/** As wide as «Uge 27 · 15. mar», so that lines stand under each other. */
const WHEN_WIDTH = 16;
const QUIET = new Set<string>(["phase.due", "message.planned"]);

function headingsOf(from: number, to: number, open: Set<string>, narration: Narration): string[] {
  const { week, pause, open: word } = SMALL[narration.language];
  const silent = Array.from({ length: to - from }, (_, index) => from + index).filter((n) => narration.breaks.has(n));
  const rest = narration.breaks.has(to) ? ` · ${pause}` : "";
  const phases = open.size > 0 ? ` · ${word}: ${listOf(open, narration)}` : "";
  return [...silent.map((n) => `\n── ${week} ${n} · ${pause}`), `\n── ${week} ${to}${rest}${phases}`];
}

function follow(open: Set<string>, { kind, subject }: EntryJson): boolean {
  if (kind === "phase.opened" || kind === "phase.reopened") open.add(subject);
  else if (kind === "phase.closed") open.delete(subject);
  else return false;
  return true;
}

const listOf = (subjects: Set<string>, { titles }: Narration): string =>
  [...subjects].map((subject) => titles[subject] ?? subject).join(", ");

function wordsOf(entry: EntryJson, narration: Narration): string {
  if (entry.kind.startsWith("message.")) return messageOf(entry, narration);
  const reason = entry.reason === undefined ? "" : ` – ${entry.reason}`;
  return `${sayingOf(entry, narration)}${reason}${whoOf(entry, narration)}`;
}

/** What an entry that is no message says, without when, by whom and why: «Fase åbnet: Fokusering». */
export function sayingOf(entry: EntryJson, narration: Narration): string {
  const what = KIND_WORDS[entry.kind as Kind]?.[narration.language] ?? entry.kind;
  const about = aboutOf(entry, narration);
  return `${what}${about && `: ${about}`}`;
}

/** What an audience is called: a role by the programme's name for it, one found when a message goes by ours. */
export const audienceWord = (one: string, { roles, language }: Pick<Narration, "roles" | "language">): string =>
  roles[one] ?? wordOf(one, language);

/** What a message is called: its rule, and what it is about. */
export function messageTitle(subject: string, rule: string, { language, rules, titles }: Narration): string {
  const about = titleOf(subject, titles);
  return `${ruleWord(rule, language) ?? rules[rule] ?? rule}${about === "" ? "" : `: ${about}`}`;
}

function messageOf(
  { at, kind, subject, rule = "", reason = "", planned, to = [], deliveries }: EntryJson,
  narration: Narration,
): string {
  const { language } = narration;
  const title = messageTitle(subject, rule, narration);
  const what = KIND_WORDS[kind as Kind][language];
  if (kind === "message.suppressed") return `✉ ${what}: ${title} (${whyWord(reason, language)})`;
  if (kind === "message.planned")
    return `✉ ${what}: ${title} (${SMALL[language].plans} ${planned ? dayOf(planned, language, at) : "?"})`;
  const audience = to.map((one) => audienceWord(one, narration)).join(", ");
  if (kind === "message.failed") return `✉ ${what}: ${title} → ${audience} (${reason})`;
  return `✉ ${title} → ${deliveries ? peopleCount(deliveries.length, language) : audience}`;
}

/** What an entry is about, with what its data says of it. */
function aboutOf({ at, kind, subject, data = {} }: EntryJson, narration: Narration): string {
  const { language, titles, roles } = narration;
  const { by, round, to } = SMALL[language];
  const text = (field: string) => (data[field] === undefined ? undefined : String(data[field]));
  const word = (field: string) => (text(field) === undefined ? undefined : wordOf(text(field)!, language));
  const title = subject === "network" ? undefined : titleOf(subject, titles);
  const date = (field: string) => text(field) && dayOf(text(field)!, language, at);
  const list = (field: string) =>
    Array.isArray(data[field]) ? (data[field] as string[]).map((one) => roles[one] ?? one).join(" + ") : undefined;
  const role = (field: string) => text(field) && (roles[text(field)!] ?? text(field));
  const more: Record<string, (string | undefined)[]> = {
    "item.drafted": [momentOf(data, language, at), text("place")],
    "item.pinned": [momentOf(data, language, at), text("place")],
    "item.moved": [momentOf(data, language, at), text("place")],
    "item.tightened": [momentOf(data, language, at)],
    "item.restored": [momentOf(data, language, at)],
    "phase.replanned": [momentOf(data, language, at)],
    "phase.closed": [word("outcome")],
    "decision.proposed": [
      text("round") && `${round} ${text("round")}`,
      date("deadline") && `${by} ${date("deadline")}`,
    ],
    "decision.voted": [word("outcome")],
    "decision.taken": [word("outcome"), list("choices")],
    "decision.rejected": [text("round") && `${round} ${text("round")}`],
    "track.stepDone": [text("step")],
    "condition.met": [text("condition") && (titles[`condition:${text("condition")}`] ?? text("condition"))],
    "measure.recorded": [text("organisation")],
    "budget.planned": [text("line"), text("amount")],
    "spending.recorded": [text("line"), text("amount")],
    "effort.recorded": [workTime(data, language)],
    "hours.agreed": [workTime(data, language)],
    "person.joined": [list("roles")],
    "person.changed": [text("organisation"), text("region")],
    "idea.captured": [list("sources")],
    "idea.merged": [text("into") && `→ ${titleOf(`idea:${text("into")}`, titles)}`],
    "idea.split": [list("sources")],
    "ballot.opened": [word("method"), list("ideas"), date("closes") && `${by} ${date("closes")}`],
    "ballot.overruled": [list("order")],
    "theme.added": [list("discoveries")],
    "idea.testStarted": [text("round") && `${round} ${text("round")}`],
    "idea.resultRecorded": [text("round") && `${round} ${text("round")}`],
    "idea.approved": [word("next"), text("to") && `${to} ${text("to")}`, date("due") && `${by} ${date("due")}`],
    "decision.requested": [date("deadline") && `${by} ${date("deadline")}`],
    "answer.given": [word("answer")],
    "membership.answered": [word("answer")],
    "discovery.added": [word("perspective")],
    "test.checkedIn": [word("what")],
    "agreement.made": [role("with")],
    "theme.described": [word("characteristic")],
    "role.handedOver": [role("role")],
    "network.stopAsked": [role("side")],
    "network.ended": [word("outcome")],
  };
  return [title, ...(more[kind] ?? [])].filter((part) => part !== undefined && part !== "").join(", ");
}

function whoOf({ by, role, data }: EntryJson, { names, roles, language }: Narration): string {
  if (by === undefined) return "";
  const name = (email: string) => names[email] ?? email;
  const person = data?.["person"];
  const forWhom = typeof person === "string" ? ` → ${name(person)}` : "";
  const { actsFor, replaces } = SMALL[language];
  const said = (field: string, words: string) =>
    typeof data?.[field] === "string" ? `; ${words} ${name(data[field])}` : "";
  const acting = role === undefined ? [] : [roles[role] ?? role];
  return ` (${[...new Set([name(by), ...acting])].join(", ")}${forWhom}${said("for", actsFor)}${said("replaces", replaces)})`;
}

/** What a subject is called; a track by its organisation. */
export function titleOf(subject: string, titles: Narration["titles"]): string {
  const [kind, id] = partsOf(subject);
  const of = kind === "track" ? id.slice(id.indexOf(":") + 1) : id;
  return titles[subject] ?? titles[`${kind}:${id}`] ?? of;
}

/** «18. mar kl. 9.00», without the hour where only the day is known. */
function momentOf(data: NonNullable<EntryJson["data"]>, language: Language, from: string): string | undefined {
  const { start, first, last } = data;
  const days = [first, last].filter((day) => typeof day === "string").map((day) => dayOf(day, language, from));
  if (typeof start !== "string") return days.length > 0 ? [...new Set(days)].join(" – ") : undefined;
  const clock = start.slice(11, 16).replace(/^0/, "");
  const hour = language === "da" ? ` kl. ${clock.replace(":", ".")}` : ` ${clock}`;
  return dayOf(start, language, from) + (data["allDay"] ? "" : hour);
}

/** The local day of a date or an RFC 3339 instant, which carries its own offset; with its year where that is not `from`'s. */
function dayOf(at: string, language: Language, from: string = at): string {
  const date = DateTime.fromISO(at.slice(0, 10), { zone: "utc", locale: language === "da" ? "da-DK" : "en-GB" });
  const day = language === "da" ? date.toFormat("d. LLL").replace(/\.$/, "") : date.toFormat("d LLL");
  return at.slice(0, 4) === from.slice(0, 4) ? day : `${day} ${at.slice(0, 4)}`;
}

function weeksIn(when: Programme["items"][number]["when"]): number[] {
  if ("week" in when) return [when.week];
  if (!("weeks" in when)) return [];
  const [first, last] = when.weeks;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
