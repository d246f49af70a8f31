// One meeting with all that belongs to it.
import type { MeetingJson } from "../../api/client.ts";
import { moment } from "../layout.ts";
import type { Given, Language, Output, World } from "../world.ts";

/** The meeting as the API gives it; as text a line for each thing, and nothing where there is nothing. */
export async function run({ client, language }: World, { args }: Given): Promise<Output> {
  const meeting = await (await client()).meeting(args[0]!, args[1]!);
  return { json: meeting, text: textOf(meeting, language) };
}

function textOf(meeting: MeetingJson, language: Language): string {
  const said = SAID[language];
  return [
    `${meeting.title} (${meeting.id}) · ${said.states[meeting.state]}`,
    ...datesOf(meeting, language),
    ...agendaOf(meeting, language),
    ...answersOf(meeting, language),
    ...meeting.attendance.flatMap(({ session, present, absent, guests }) => [
      ...named(session === undefined ? said.present : `${said.present} ${session}`, [...present, ...guests]),
      ...named(said.absent, absent),
    ]),
    ...minutesOf(meeting, language),
    ...listed(
      said.tasks,
      meeting.tasks.map(({ id, title, owner, due, state, overdue }) => {
        const how = state === "done" ? said.done : overdue ? said.overdue : said.open;
        return `${id} ${title} – ${owner}${due === undefined ? "" : `, ${due}`} (${how})`;
      }),
    ),
    ...listed(
      said.files,
      meeting.files.map(({ name, size, url }) => `${name} (${Math.ceil(size / 1_000)} kB) ${url}`),
    ),
    ...listed(
      said.links,
      meeting.links.map(({ title, url }) => `${title} ${url}`),
    ),
  ].join("\n");
}

function datesOf({ dates, sessions = {} }: MeetingJson, language: Language): string[] {
  const { when, where, undated } = SAID[language];
  const line = ({ start, end, allDay, first, last, place }: MeetingJson["dates"]) => {
    const at = (text: string) => (allDay ? text.slice(0, 10) : moment(text, language));
    const days = start === undefined ? [first, last] : [at(start), end === undefined ? undefined : at(end)];
    const known = [...new Set(days.flatMap((one) => one ?? []))].join(" – ");
    return `${known || undated}${place === undefined ? "" : ` · ${where} ${place}`}`;
  };
  const several = Object.entries(sessions).map(([id, one]) => `${when} ${id}: ${line(one)}`);
  return several.length > 0 ? several : [`${when}: ${line(dates)}`];
}

function agendaOf({ agenda }: MeetingJson, language: Language): string[] {
  const said = SAID[language];
  const points = agenda.points.map(({ title, minutes, who }) => {
    const more = [minutes === undefined ? [] : [`${minutes} min.`], who ?? []].flat();
    return more.length > 0 ? `${title} (${more.join(", ")})` : title;
  });
  return [...listed(said.agenda, points), ...(agenda.over === undefined ? [] : [`  ! ${said.over(agenda.over)}`])];
}

function answersOf({ answers, guests }: MeetingJson, language: Language): string[] {
  const said = SAID[language];
  return [
    ...named(said.accepted, answers.accepted),
    ...named(said.tentative, answers.tentative),
    ...named(said.declined, answers.declined),
    ...named(said.missing, answers.missing),
    ...named(said.guests, guests),
  ];
}

function minutesOf({ hasMinutes, minutes }: MeetingJson, language: Language): string[] {
  const said = SAID[language];
  if (!minutes) return hasMinutes ? [said.notYours] : [];
  const { at, by, approved } = minutes;
  const how = approved ? said.approved(moment(approved.at, language), approved.by) : said.notApproved;
  return [
    `${said.minutes} (${moment(at, language)}, ${by}; ${how}):`,
    ...minutes.text.split("\n").map((line) => `  ${line}`),
    ...listed(said.decisions, minutes.decisions),
    ...listed(
      said.additions,
      minutes.additions.map((one) => `${moment(one.at, language)}, ${one.by}: ${one.text}`),
    ),
  ];
}

const named = (what: string, names: string[]): string[] =>
  names.length > 0 ? [`${what} ${names.length}: ${names.join(", ")}`] : [];

const listed = (what: string, lines: string[]): string[] =>
  lines.length > 0 ? [`${what}:`, ...lines.map((line) => `  – ${line}`)] : [];

const SAID = {
  da: {
    states: { planned: "uden dato", drafted: "udkast", pinned: "dateret", held: "holdt", cancelled: "aflyst" },
    when: "Hvornår",
    where: "sted:",
    undated: "ikke fastlagt",
    agenda: "Dagsorden",
    over: (minutes: number) => `${minutes} minutter mere, end mødet varer`,
    accepted: "Kommer",
    tentative: "Måske",
    declined: "Kommer ikke",
    missing: "Har ikke svaret",
    guests: "Gæster",
    present: "Var der",
    absent: "Var der ikke",
    minutes: "Referat",
    approved: (at: string, by: string) => `godkendt ${at} af ${by}`,
    notApproved: "ikke godkendt",
    notYours: "Der er et referat; det er for dem, mødet var for.",
    decisions: "Beslutninger",
    additions: "Tilføjelser",
    tasks: "Opgaver",
    done: "udført",
    overdue: "over fristen",
    open: "åben",
    files: "Filer",
    links: "Links",
  },
  en: {
    states: { planned: "no date", drafted: "draft", pinned: "dated", held: "held", cancelled: "cancelled" },
    when: "When",
    where: "place:",
    undated: "not known",
    agenda: "Agenda",
    over: (minutes: number) => `${minutes} minutes more than the meeting has`,
    accepted: "Comes",
    tentative: "Maybe",
    declined: "Does not come",
    missing: "No answer",
    guests: "Guests",
    present: "Was there",
    absent: "Was not there",
    minutes: "Minutes",
    approved: (at: string, by: string) => `approved ${at} by ${by}`,
    notApproved: "not approved",
    notYours: "There are minutes; they are for those the meeting was for.",
    decisions: "Decisions",
    additions: "Additions",
    tasks: "Tasks",
    done: "done",
    overdue: "overdue",
    open: "open",
    files: "Files",
    links: "Links",
  },
};
