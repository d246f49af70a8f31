// When something of a plan is, as pages say it: fixed with its hours, or as far as it is known.
import type { MeetingLineJson } from "../../../api/client.ts";
import { daysText } from "../../timeline/days.ts";
import { inDays, stretch, weekName, type Told } from "../../site/dates.ts";
import { MEETINGS } from "./words.ts";

type Dates = MeetingLineJson["dates"];
type Dated = Pick<MeetingLineJson, "dates" | "window" | "sessions">;

/** «torsdag den 11. marts 2027 kl. 9.00–12.00 · uge 10», or the days that are known. */
export function whenWords(dates: Dates, window: MeetingLineJson["window"] | undefined, told: Told): string {
  const words = MEETINGS[told.language];
  const { start, end, allDay } = dates;
  if (start !== undefined) {
    const span = { start, ...(end !== undefined && { end }), ...(allDay && { allDay }) };
    return `${stretch(span, told)} · ${weekName(start, told.language)}`;
  }
  const { first: from = window?.from, last: to = window?.to } = dates;
  const days = daysText({ from, to }, told.language);
  const quote = window?.quote === undefined ? [] : [words.source(window.quote)];
  return [days === undefined ? words.notKnown : `${words.undated}: ${days}`, ...quote].join(" – ");
}

/** The first instant of something, of several sessions the earliest; undefined where none has a date. */
export function startOf({ dates, sessions = {} }: Pick<Dated, "dates" | "sessions">): string | undefined {
  const starts = [dates, ...Object.values(sessions)].flatMap(({ start }) => start ?? []);
  return starts.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
}

/** The last instant of something that has a date throughout; undefined where a part of it has none. */
export function endOf({ dates, sessions }: Pick<Dated, "dates" | "sessions">): number | undefined {
  const parts = sessions ? Object.values(sessions) : [dates];
  if (parts.some(({ start }) => start === undefined)) return undefined;
  return Math.max(...parts.map(({ start, end }) => Date.parse(end ?? start!)));
}

/** The time of a meeting, of several sessions each in its own line, with how far off it is. */
export function When({ of, told, now }: { of: Dated; told: Told; now: string }) {
  const start = startOf(of);
  const away = start !== undefined && Date.parse(start) > Date.parse(now) ? inDays(start, now, told) : undefined;
  if (of.sessions)
    return (
      <ul class="mt-sessions">
        {Object.values(of.sessions).map((one) => (
          <li>
            <strong>{one.title}</strong>
            {`: ${whenWords(one, of.window, told)}${one.place === undefined ? "" : `, ${one.place}`}`}
          </li>
        ))}
      </ul>
    );
  return (
    <p class="mt-when">
      {whenWords(of.dates, of.window, told)}
      {away !== undefined && <span class="soft">{` · ${away}`}</span>}
    </p>
  );
}
