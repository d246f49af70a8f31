// What random triggers are about: items, people, dates and decisions, mostly such that there are.
import type { ScriptLine } from "../../machines/simulate.ts";
import { addDays } from "../../programmes/calendar.ts";
import type { IsoDate, ItemKind } from "../../programmes/types.ts";
import type { Given } from "./random-given.ts";

/** Where chance comes from: a whole number up to a bound, one of a list, and yes once in so many. */
export type Dice = {
  upTo(most: number): number;
  pick<T>(list: readonly T[]): T;
  oneIn(many: number): boolean;
};
export type Data = NonNullable<ScriptLine["data"]>;
export type Draw = { given: Given; day: IsoDate; dice: Dice };

export const WHY = "Fordi";
const NEW_PEOPLE = ["ny@example.org", "nyere@example.org"];
export const idOf = (list: { id: string }[], dice: Dice, ...more: string[]): string =>
  dice.pick([...list.map(({ id }) => id), ...more]);

export const maybe = (dice: Dice, data: Data): Data => (dice.oneIn(2) ? data : {});
export const note = (dice: Dice): Data => maybe(dice, { note: WHY });
export const later = (day: IsoDate, dice: Dice): IsoDate => addDays(day, dice.upTo(40) - 3);

/** An item of some kind, one that may have been added, and now and then one of another kind. */
export function item({ given, dice }: Draw, ...kinds: ItemKind[]): string {
  const { items } = given.plan.programme;
  const fitting = items.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  return idOf(dice.oneIn(15) ? items : fitting, dice, ...(dice.oneIn(5) ? ["x1", "x2", "nope"] : ["x1"]));
}

export function session({ given, dice }: Draw, id: string): Data {
  const sessions = given.plan.programme.items.find((one) => one.id === id)?.sessions ?? [];
  return sessions.length > 0 ? maybe(dice, { session: idOf(sessions, dice) }) : {};
}

export function dated({ day, dice }: Draw): Data {
  const first = later(day, dice);
  if (dice.oneIn(5)) return { start: first };
  const place = maybe(dice, { place: dice.pick(["Salen", "Biblioteket"]) });
  return { start: `${first}T${dice.pick(["08:00", "09:00", "13:00"])}`, end: `${first}T16:00`, ...place };
}

export function pinned(draw: Draw): Data {
  const id = item(draw, "meeting", "meeting", "task", "deliverable");
  return { item: id, ...session(draw, id), ...dated(draw), ...(draw.dice.oneIn(4) ? { draft: true } : {}) };
}

export const role = ({ given, dice }: Draw): string => dice.pick(given.plan.programme.roles).code;
export const email = ({ given, dice }: Draw): string =>
  dice.pick([...given.people.map((one) => one.email), ...NEW_PEOPLE]);
export const place = ({ given, dice }: Draw): Data => ({
  ...maybe(dice, { organisation: dice.pick(given.people.map((one) => one.organisation ?? "Nordby")) }),
  ...maybe(dice, {
    region: dice.pick(["øst", "vest", "east", "west", ...given.people.flatMap((one) => one.region ?? [])]),
  }),
});
export const phase = ({ given, dice }: Draw): string =>
  idOf(given.plan.programme.phases, dice, ...(given.plan.programme.phases.length > 0 ? [] : ["nope"]));
export const idea = ({ dice }: Draw): string => dice.pick(["i1", "i1", "i2", "i3", "i9"]);
export const decided = (draw: Draw): string => item(draw, "decision");

export function decision(draw: Draw): Data {
  const { dice, day } = draw;
  if (dice.oneIn(2))
    return dice.pick<Data>([
      { idea: idea(draw), outcome: "approve", next: "scale", to: "Driften", due: addDays(day, 90) },
      { idea: idea(draw), outcome: "adjust", reason: WHY },
      { idea: idea(draw), outcome: "discard", reason: WHY },
    ]);
  const id = decided(draw);
  return dice.pick<Data>([
    { item: id, outcome: "approve" },
    { item: id, outcome: "agree" },
    { item: id, outcome: "reject", reason: WHY },
    { item: id, outcome: "disagree", reason: WHY },
    { item: id, outcome: "select", choices: dice.pick([["A"], ["B"], ["A", "B", "C", "D"]]) },
  ]);
}

export function added(draw: Draw): Data {
  const { day, dice, given } = draw;
  const first = later(day, dice);
  const window = dice.pick<Data>([{}, dated(draw), { first, last: addDays(first, dice.upTo(9)) }]);
  return {
    id: dice.pick(["x1", "x2", given.plan.programme.items[0]!.id]),
    kind: dice.pick(["meeting", "meeting", "homework", "task", "break", "note"]),
    title: "Noget nyt",
    audience: [role(draw), role(draw)],
    ...window,
    ...maybe(dice, { extent: "full" }),
    reason: WHY,
  };
}

export function track({ given, dice }: Draw): Data {
  const tracks = given.plan.programme.tracks;
  const id = idOf(tracks, dice, ...(tracks.length > 0 ? [] : ["nope"]));
  return { track: id, organisation: dice.pick(["Nordby", "Sydby", "Østby", "Vestby", "Midtby"]) };
}

export const windowOf = ({ day, dice }: Draw): { first: IsoDate; last: IsoDate } => {
  const first = later(day, dice);
  return { first, last: addDays(first, dice.upTo(20)) };
};

export const rule = ({ given, dice }: Draw): string => dice.pick(given.plan.programme.reminders).id;
export const line = ({ given, dice }: Draw): string => idOf(given.plan.programme.budget?.lines ?? [], dice, "nope");

export function message(draw: Draw): Data {
  const { dice } = draw;
  const id = item(draw);
  const about = dice.pick<Data>([
    { item: id, ...session(draw, id) },
    { item: id, ...session(draw, id) },
    { idea: idea(draw) },
    { phase: phase(draw) },
  ]);
  return { ...about, rule: rule(draw), reason: WHY };
}

export const testPlan = ({ dice }: Draw): Data => ({
  ...(dice.oneIn(8) ? {} : { unit: "Køkkenet" }),
  host: "Lederen",
  leads: dice.pick<string | string[]>(["Tovholderen", ["Én", "To"]]),
  what: "Frokosten",
  how: "Vi vejer det",
});
