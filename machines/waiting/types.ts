// What waits for a person in one network, as it is worked out of its book.
import type { Instant, IsoDate, Text } from "../../programmes/types.ts";
import type { Json } from "../engine/types.ts";
import type { WAITING_WORDS } from "./words.ts";

/** What kind of thing a person is to do. */
export type WaitingKind = keyof typeof WAITING_WORDS;

/** An instant, or a whole day: then the end of it counts. */
export type Due = Instant | IsoDate;

/** Past its time, due before the week is over or ready now, or after that. */
export type WaitingGroup = "overdue" | "week" | "later";

/**
 * One press. `data` as the trigger is asked from outside, dates in words. `form`: it takes more than a press, so the page of the thing is where
 * it is done; `data` is then what is known already. `role`: the code of the role that the right is taken from.
 */
export type WaitingAction = {
  trigger: string;
  data: { [field: string]: Json };
  label: Text;
  role: string;
  needs?: "form";
};

/** A criterion that something still waits for. */
export type Missing = { title: Text; have: number; need: number };

/** One thing to do. `title`: what it is about; `says`: what to do. `onBehalfOf`: the person whose answer it is, where that is another. */
export type Waiting = {
  id: string;
  kind: WaitingKind;
  network: string;
  subject: string;
  title: Text;
  says: Text;
  due: Due | null;
  overdue: boolean;
  group: WaitingGroup;
  actions: WaitingAction[];
  missing?: Missing[];
  href: string;
  onBehalfOf?: { name: string; email: string };
};

/** What a collector says of a thing; the rest follows from it. */
export type Found = Pick<Waiting, "kind" | "subject" | "due" | "actions" | "href"> & {
  title: Text;
  missing?: Missing[];
  onBehalfOf?: Waiting["onBehalfOf"];
  /** Done by whoever leads: whoever acts for the lead sees it when it is long past its time. */
  duty?: "own" | "acting";
};

/** Something that comes without anything to do yet: a meeting, or work whose time has not begun. `from`: where only a window is known. */
export type Coming = {
  kind: "meeting" | "homework" | "task";
  network: string;
  subject: string;
  title: Text;
  at: Due;
  end?: Due;
  place?: string;
  /** The window is known and not the day. */
  window?: true;
  answer?: string;
  href: string;
};

export type WaitingList = { waiting: Waiting[]; upcoming: Coming[]; next?: Coming };
