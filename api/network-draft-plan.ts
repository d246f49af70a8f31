// What was chosen for a network, read: its programme, its plan with the days that were settled, its people.
import { firstDateOf, startInYear } from "../programmes/dates.ts";
import { parsePeopleList } from "../programmes/people-list.ts";
import { flagsIn, planFrom, settled, type Flag } from "../programmes/settle.ts";
import type { Person, Plan, Programme } from "../programmes/types.ts";
import type { DraftPlan } from "../store/network-drafts.ts";
import type { NetworkDraftJson } from "./network-draft-shapes.ts";
import type { Language } from "./words.ts";

/** `base`: before days were settled. */
export type Laid = { base: Plan; plan: Plan; flags: Flag[] };

/** The plan that was chosen; undefined where there is no start yet. */
export function laidOut(programme: Programme, { start, keepWeekdays, dates = {} }: DraftPlan): Laid | undefined {
  if (start === undefined) return undefined;
  const base = planFrom(programme, start, { keepWeekdays: keepWeekdays ?? true });
  const flags = flagsIn(base);
  const days = Object.entries(dates).filter(([part, day]) => day !== "open" && isPart(programme, part));
  return { base, flags, plan: settled(base, Object.fromEntries(days)) };
}

function isPart({ items }: Programme, part: string): boolean {
  const [id, session] = part.split("/");
  const item = items.find((one) => one.id === id);
  return item !== undefined && (session === undefined || (item.sessions ?? []).some((one) => one.id === session));
}

/** Whether the programme says days rather than weeks. */
export const isDated = (programme: Programme): boolean =>
  programme.weeks === undefined && (firstDateOf(programme) ?? startInYear(programme, 2027)) !== undefined;

export type ReadPeople = { people: Person[]; wrong: NetworkDraftJson["wrong"] };

/** The people that were pasted; nobody, and nothing wrong, where none were. */
export function peopleIn(pasted: string | undefined, { roles }: Programme, language: Language): ReadPeople {
  if (pasted === undefined || pasted.trim() === "") return { people: [], wrong: [] };
  const read = parsePeopleList(pasted, roles, { language });
  if ("people" in read) return { people: read.people, wrong: [] };
  return {
    people: [],
    wrong: read.problems.map(({ line, message, hint }) => ({
      ...(line !== undefined && { line }),
      message: `${message} ${hint}`,
    })),
  };
}
