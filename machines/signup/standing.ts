// How a sign-up stands, as the ledger says: its limits, who has a seat, who waits, and whether it takes anybody now.
import type { Instant, Programme, Text } from "../../programmes/types.ts";
import type { Entry, ItemView, View } from "../ledger.ts";
import { NO_PLACES, placeOf, withoutPerson, type Places } from "./places.ts";

/** The machine of sign-ups, and the id of a meeting's own. */
export const SIGN_UP = "signup";
export const signUpId = (item: unknown): string => `${SIGN_UP}:${String(item)}`;

/** `openedAt`: when it was opened first. Without a capacity everybody gets a seat. */
export type SignUpView = Places & {
  state: "open" | "closed";
  openedAt: Instant;
  capacity?: number;
  deadline?: Instant;
};

type SignUps = NonNullable<View["signUps"]>;
type Told = Pick<Entry, "kind" | "at" | "data">;

/** The sign-ups after an entry about the meeting `id`; those given are not changed. */
export function signUpsAfter(signUps: SignUps | undefined, id: string, entry: Told): SignUps {
  const before = signUps?.[id] ?? { ...NO_PLACES, state: "closed" as const, openedAt: entry.at };
  return { ...signUps, [id]: after(before, entry) };
}

function after(signUp: SignUpView, { kind, data = {} }: Told): SignUpView {
  const { capacity: _, deadline: __, ...rest } = signUp;
  const person = String(data["person"]);
  switch (kind) {
    case "signUp.opened":
      return { ...rest, state: "open", ...(data as { capacity?: number; deadline?: Instant }) };
    case "signUp.closed":
      return { ...signUp, state: "closed" };
    case "signUp.withdrawn":
      return { ...signUp, ...withoutOnly(signUp, person) };
    case "signUp.movedUp":
      return { ...signUp, seats: [...signUp.seats, person], waiting: signUp.waiting.filter((one) => one !== person) };
    case "signUp.seated":
      return { ...signUp, seats: [...signUp.seats, person] };
    default:
      return { ...signUp, waiting: [...signUp.waiting, person] };
  }
}

/** Who moves up in a free seat is said by an entry of its own. */
const withoutOnly = ({ seats, waiting }: Places, person: string): Places =>
  withoutPerson({ seats, waiting }, person, 0);

/** Why nobody can sign up to a meeting, whoever asks; undefined where somebody can. */
export type Shut = "none" | "closed" | "cancelled" | "over";

/** Whether the sign-up of a meeting takes people at an instant: open, and the meeting still to come. */
export function shutFor(view: View, item: string, now: Instant): Shut | undefined {
  const signUp = view.signUps?.[item];
  if (!signUp) return "none";
  const off = offFor(view.items[item], now);
  if (off) return off;
  return signUp.state === "closed" ? "closed" : undefined;
}

function offFor(meeting: ItemView | undefined, now: Instant): "cancelled" | "over" | undefined {
  if (meeting?.state === "cancelled") return "cancelled";
  const starts = [meeting, ...Object.values(meeting?.sessions ?? {})].flatMap((one) => one?.start ?? []);
  const isOver = meeting?.state === "held" || (starts.length > 0 && starts.every((start) => start <= now));
  return isOver ? "over" : undefined;
}

/** Why a network does not take a trigger about a sign-up, in words; undefined where it does, and for all other triggers. */
export function signUpRefusal(
  { items }: Pick<Programme, "items">,
  view: View,
  { type, data, by, at }: { type: string; data: { [key: string]: unknown }; by: string; at: Instant },
): Text | undefined {
  const item = String(data["item"]);
  if (type === "openSignUp") {
    const isParted = items.some(({ id, sessions }) => id === item && sessions) || view.items[item]?.split;
    return isParted ? WHY.parted(item) : openingRefusal(view, item, { now: at, deadline: data["deadline"] });
  }
  if (type === "splitItem") return view.signUps?.[item] && WHY.whole(item);
  if (!["closeSignUp", "signUp", "withdrawSignUp"].includes(type)) return undefined;
  const shut = shutFor(view, item, at);
  if (shut === "none" || shut === "over" || shut === "cancelled") return WHY[shut](item);
  if (type === "closeSignUp") return shut && WHY.closed(item);
  const place = placeOf(view.signUps![item]!, String(data["personId"] ?? by));
  if (type === "withdrawSignUp") return place ? undefined : WHY.notIn(item);
  if (place) return WHY.already(item);
  if (shut) return WHY.closed(item);
  return isFull(view.signUps![item]!) ? WHY.full(item) : undefined;
}

/** People that a sign-up holds, seats and waiting list together. */
export const MOST_PLACES = 2_000;

const isFull = ({ seats, waiting }: Places): boolean => seats.length + waiting.length >= MOST_PLACES;

function openingRefusal(
  { items }: View,
  item: string,
  { now, deadline }: { now: Instant; deadline: unknown },
): Text | undefined {
  if (items[item]?.kind !== "meeting") return WHY.noMeeting(item);
  const off = offFor(items[item], now);
  if (off) return WHY[off](item);
  if (items[item].state === "drafted") return WHY.draft(item);
  return typeof deadline === "number" && deadline <= now ? WHY.late() : undefined;
}

const WHY = {
  none: (item: string): Text => ({
    da: `Der er ikke åbnet for tilmelding til «${item}». Den, der leder netværket, kan åbne (openSignUp).`,
    en: `There is no sign-up for «${item}». Whoever leads the network can open one (openSignUp).`,
  }),
  noMeeting: (item: string): Text => ({
    da: `«${item}» er ikke et møde, så der kan ikke åbnes for tilmelding. «npx fremdrift network show» viser møderne.`,
    en: `«${item}» is no meeting, so no sign-up can be opened. «npx fremdrift network show» lists the meetings.`,
  }),
  closed: (item: string): Text => ({
    da: `Tilmeldingen til «${item}» er lukket. Den, der leder netværket, kan åbne den igen (openSignUp).`,
    en: `The sign-up for «${item}» is closed. Whoever leads the network can open it again (openSignUp).`,
  }),
  cancelled: (item: string): Text => ({
    da: `Mødet «${item}» er aflyst, så der er ikke noget at melde sig til eller fra.`,
    en: `The meeting «${item}» is cancelled, so there is nothing to sign up to or withdraw from.`,
  }),
  over: (item: string): Text => ({
    da: `Mødet «${item}» er begyndt eller holdt; tilmeldingen kan ikke ændres længere.`,
    en: `The meeting «${item}» has begun or been held; its sign-up can no longer change.`,
  }),
  parted: (item: string): Text => ({
    da: `Mødet «${item}» har flere dele. Tilmelding gælder ét møde ét sted: tilføj et møde for hver del (addItem).`,
    en: `The meeting «${item}» has several parts. A sign-up is for one meeting in one place: add a meeting for each (addItem).`,
  }),
  whole: (item: string): Text => ({
    da: `Folk tilmelder sig mødet «${item}» som ét; det kan ikke deles. Tilføj et møde til (addItem).`,
    en: `People sign up to the meeting «${item}» as one; it cannot be split. Add another meeting (addItem).`,
  }),
  draft: (item: string): Text => ({
    da: `Mødet «${item}» er et udkast: udsend det (publishMeeting), før der åbnes for tilmelding.`,
    en: `The meeting «${item}» is a draft: publish it (publishMeeting) before its sign-up is opened.`,
  }),
  already: (item: string): Text => ({
    da: `Personen er allerede tilmeldt «${item}» eller står på ventelisten.`,
    en: `The person has signed up to «${item}» already, or is on its waiting list.`,
  }),
  notIn: (item: string): Text => ({
    da: `Personen er ikke tilmeldt «${item}» og står ikke på ventelisten.`,
    en: `The person has not signed up to «${item}», nor is on its waiting list.`,
  }),
  full: (item: string): Text => ({
    da: `Der er ikke plads til flere på ventelisten til «${item}».`,
    en: `The waiting list of «${item}» takes no more people.`,
  }),
  late: (): Text => ({
    da: "Fristen for tilmelding ligger før nu: vælg en senere.",
    en: "The deadline of the sign-up lies before now: choose a later one.",
  }),
};
