// How a date poll stands, as the ledger and people's answers say: what is proposed, what was chosen, how many can come when.
import type { Instant, Programme, Text } from "../../programmes/types.ts";
import type { Book, Contribution, Entry, View } from "../ledger.ts";

/** The machine of date polls, and the id of a meeting's own, which is its subject in the ledger, too. */
export const POLL = "poll";
export const pollId = (item: unknown): string => `${POLL}:${String(item)}`;

/** `ended`: nobody answers any more, and the date is to be chosen. `minutes`: how long the meeting lasts. */
export type PollView = {
  state: "open" | "ended" | "chosen" | "cancelled";
  startedAt: Instant;
  dates: Instant[];
  allDay?: boolean;
  minutes?: number;
  closes?: Instant;
  chosen?: Instant;
};

type Polls = NonNullable<View["polls"]>;

const STATES: Record<string, PollView["state"]> = {
  "poll.started": "open",
  "poll.ended": "ended",
  "poll.chosen": "chosen",
  "poll.cancelled": "cancelled",
};

/** The polls after an entry about that of the meeting `id`; those given are not changed. */
export function pollsAfter(
  polls: Polls | undefined,
  id: string,
  { kind, at, data = {} }: Pick<Entry, "kind" | "at" | "data">,
): Polls {
  const state = STATES[kind];
  if (!state) return polls ?? {};
  if (kind === "poll.started")
    return { ...polls, [id]: { ...(data as Omit<PollView, "state" | "startedAt">), state, startedAt: at } };
  const chosen = kind === "poll.chosen" ? { chosen: Number(data["start"]) } : {};
  return { ...polls, [id]: { ...polls![id]!, state, ...chosen } };
}

/** Whether a poll waits for answers or for its date to be chosen. */
export const isRunning = (poll: PollView | undefined): boolean => poll?.state === "open" || poll?.state === "ended";

export type PollAnswer = "yes" | "maybe" | "no";
/** What somebody says to the dates, by their instants. */
export type PollAnswers = Record<string, PollAnswer>;

/** The last answers of each person to a poll as it now is. */
export function answersTo(
  contributions: Contribution[],
  item: string,
  { startedAt }: Pick<PollView, "startedAt">,
): Map<string, PollAnswers> {
  const given = contributions.filter(
    (one) => one.kind === "poll.answered" && one.item === pollId(item) && one.at >= startedAt && one.person,
  );
  return new Map(given.map(({ person, data }) => [person!, data["answers"] as PollAnswers]));
}

export type DateCount = { start: Instant; yes: number; maybe: number; no: number; best: boolean };

/** Each proposed date with how many said what; best are those with the most yes, of those with the most maybe, where anybody can come. */
export function countsOf({ dates }: Pick<PollView, "dates">, answers: Map<string, PollAnswers>): DateCount[] {
  const all = [...answers.values()];
  const count = (start: Instant, said: PollAnswer) => all.filter((one) => one[String(start)] === said).length;
  const counted = dates.map((start) => ({
    start,
    yes: count(start, "yes"),
    maybe: count(start, "maybe"),
    no: count(start, "no"),
  }));
  const rank = ({ yes, maybe }: { yes: number; maybe: number }) => yes * (all.length + 1) + maybe;
  const most = Math.max(...counted.map(rank));
  return counted.map((one) => ({ ...one, best: most > 0 && rank(one) === most }));
}

/** Ids of those who have answered the poll of a meeting. */
export function answeredBy({ view, contributions }: Pick<Book, "view" | "contributions">, item: string): Set<string> {
  const poll = view.polls?.[item];
  return new Set(poll ? answersTo(contributions, item, poll).keys() : []);
}

type Asked = { type: string; data: { [key: string]: unknown }; at: Instant };

/** Why a network does not take a trigger about a date poll, in words; undefined where it does, and for all other triggers. */
export function pollRefusal(
  { items }: Pick<Programme, "items">,
  view: View,
  { type, data, at }: Asked,
): Text | undefined {
  const item = String(data["item"]);
  const poll = view.polls?.[item];
  const isDated = view.items[item]?.state !== "planned";
  if (type === "startPoll") {
    const isParted = items.some(({ id, sessions }) => id === item && sessions) || view.items[item]?.split;
    if (view.items[item]?.kind !== "meeting" || isParted) return WHY.noMeeting(item);
    if (isDated) return WHY.dated(item);
    if (isRunning(poll)) return WHY.runs(item);
    const [dates, closes] = [data["dates"] as Instant[], data["closes"]];
    return [...dates, ...(typeof closes === "number" ? [closes] : [])].some((one) => one <= at)
      ? WHY.past()
      : undefined;
  }
  if (!["answerPoll", "closePoll", "cancelPoll"].includes(type)) return undefined;
  if (!poll || !isRunning(poll)) return WHY.none(item);
  if (type === "cancelPoll") return undefined;
  if (isDated) return WHY.dated(item);
  if (type === "closePoll") return choiceRefusal(poll, Number(data["choose"]), at);
  if (poll.state === "ended") return WHY.ended();
  const unknown = Object.keys(data["answers"] as PollAnswers).some((date) => !poll.dates.includes(Number(date)));
  return unknown ? WHY.unknown() : undefined;
}

function choiceRefusal({ dates }: PollView, choose: Instant, now: Instant): Text | undefined {
  if (!dates.includes(choose)) return WHY.unknown();
  return choose <= now ? WHY.past() : undefined;
}

const WHY = {
  noMeeting: (item: string): Text => ({
    da: `«${item}» er ikke et møde, der holdes ét sted, så der kan ikke spørges om dets dato.`,
    en: `«${item}» is no meeting that is held in one place, so its date cannot be polled.`,
  }),
  dated: (item: string): Text => ({
    da: `«${item}» har en dato, eller det er forbi. Flyt det i stedet (moveItem), og afslut en afstemning med cancelPoll.`,
    en: `«${item}» has a date, or is over. Move it instead (moveItem), and end a poll with cancelPoll.`,
  }),
  runs: (item: string): Text => ({
    da: `Der spørges allerede om en dato for «${item}»: vælg en (closePoll), eller afbryd (cancelPoll).`,
    en: `A date of «${item}» is being polled already: choose one (closePoll), or cancel (cancelPoll).`,
  }),
  none: (item: string): Text => ({
    da: `Der spørges ikke om en dato for «${item}». Den, der leder netværket, kan begynde (startPoll).`,
    en: `No date of «${item}» is being polled. Whoever leads the network can begin (startPoll).`,
  }),
  past: (): Text => ({
    da: "En af datoerne er forbi: vælg senere.",
    en: "One of the dates has passed: choose later ones.",
  }),
  ended: (): Text => ({
    da: "Fristen for at svare er forbi; datoen bliver valgt nu.",
    en: "The time to answer has passed; the date is being chosen now.",
  }),
  unknown: (): Text => ({
    da: "Datoen er ikke en af dem, der er foreslået.",
    en: "The date is none of those that are proposed.",
  }),
};
