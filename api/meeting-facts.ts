// What pages of meetings and homework tell beside the matter itself: when, for whom, what was said of it and what is to be said.
import type { Book, DatesView } from "../machines/ledger.ts";
import type { OfCircle } from "../machines/meetings/circle.ts";
import type { HomeworkLine, MeetingLine } from "../machines/meetings/lines.ts";
import { messageTitle, type Narration } from "../machines/narrate.ts";
import { whyWord } from "../machines/narrate-words.ts";
import { partsOf } from "../machines/view.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Instant, Interval, Item } from "../programmes/types.ts";
import { readLedger } from "../store/ledger.ts";
import type { Store } from "../store/open.ts";
import type { HomeworkLineJson, MeetingJson, MeetingLineJson } from "./meeting-shapes.ts";
import type { Language } from "./words.ts";

/** Dates with their instants as RFC 3339 of the zone. */
export const datesJson = ({ start, end, ...rest }: DatesView, zone: string): MeetingJson["dates"] => ({
  ...rest,
  ...(start !== undefined && { start: rfc3339(start, zone) }),
  ...(end !== undefined && { end: rfc3339(end, zone) }),
});

/** The days of an interval, and how well they are known. */
export const windowJson = ({ from, to, quote, precision }: Interval): MeetingJson["window"] => ({
  precision,
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(quote !== undefined && { quote }),
});

/** The sessions of a meeting, each with what it is called. */
export function sessionsJson(
  item: Item,
  sessions: Record<string, DatesView> | undefined,
  { zone, language }: { zone: string; language: Language },
): { sessions?: NonNullable<MeetingJson["sessions"]> } {
  if (!sessions) return {};
  const named = new Map(item.sessions?.map((one) => [one.id, one]));
  return {
    sessions: Object.fromEntries(
      Object.entries(sessions).map(([id, one]) => {
        const { title, region, place } = named.get(id) ?? {};
        const dates = datesJson({ ...(place !== undefined && { place }), ...one }, zone);
        return [id, { ...dates, title: title?.[language] ?? region ?? id }];
      }),
    ),
  };
}

/** How somebody stands with a meeting. */
export const mineJson = ({ person: _, answer, ...rest }: OfCircle): NonNullable<MeetingJson["mine"]> => ({
  ...rest,
  ...(answer !== undefined && { answer: answer as "accepted" }),
});

/** A meeting as a line of a list. */
export function meetingLineJson(line: MeetingLine, language: Language, zone: string): MeetingLineJson {
  const { id, title, state, dates, sessions, mine, counts, points, minutes, item, window } = line;
  return {
    id,
    title: title[language],
    state: state as MeetingLineJson["state"],
    ...(item.tentative && { tentative: true }),
    dates: datesJson(dates, zone),
    window: windowJson(window),
    ...sessionsJson(item, sessions, { zone, language }),
    ...(mine && { mine: mineJson(mine) }),
    counts,
    points,
    ...(minutes && { minutes }),
  };
}

/** A homework as a line of a list. */
export function homeworkLineJson(
  line: HomeworkLine,
  { language, zone, coming }: { language: Language; zone: string; coming: HomeworkLineJson["coming"] },
): HomeworkLineJson {
  const { id, title, state, due, before, mine, counts, target, item, window } = line;
  return {
    id,
    title: title[language],
    state,
    ...(item.voluntary && { voluntary: true }),
    ...(due !== undefined && { due: rfc3339(due, zone) }),
    window: windowJson(window),
    ...(before !== undefined && { before }),
    mine,
    counts,
    ...(target && { target }),
    coming,
  };
}

/** What the roles and groups of an item's audience are called. */
export function audienceOf({ plan }: Pick<Book, "plan">, { audience }: Item, language: Language): string[] {
  const names = new Map(plan.programme.roles.map(({ code, title }) => [code, title[language]]));
  return audience.map((code) => names.get(code) ?? code);
}

type Coming = MeetingJson["coming"];

/** Messages that are to go, by the item they are about, each in order of time. */
export function comingBy({ view, plan }: Book, narration: Narration): (item: string) => Coming {
  const { zone } = plan.programme;
  const planned = Object.values(view.planned).toSorted((a, b) => a.at - b.at);
  return (item) =>
    planned
      .filter(({ subject }) => isAbout(subject, item))
      .map(({ subject, rule, at, to }) => ({
        rule,
        title: messageTitle(subject, rule, narration),
        at: rfc3339(at, zone),
        to,
      }));
}

const isAbout = (subject: string, item: string): boolean => {
  const [what, id] = partsOf(subject);
  return what === "item" && id === item;
};

/** What was said of an item, and what was not, in order. */
export async function toldOf(
  store: Store,
  { network, plan }: Book,
  item: string,
  narration: Narration,
): Promise<MeetingJson["told"]> {
  const kinds = ["message.sent", "message.suppressed", "message.failed"] as const;
  const rows = await readLedger(store, network.id, { kinds, about: `item:${item}` });
  const at = (when: Instant) => rfc3339(when, plan.programme.zone);
  return rows.map(({ seq, at: when, kind, subject, rule = "", reason, deliveries }) => ({
    seq,
    at: at(when),
    title: messageTitle(subject, rule, narration),
    kind: kind as (typeof kinds)[number],
    ...(reason !== undefined && { why: whyWord(reason, narration.language) }),
    people: deliveries.length,
  }));
}
