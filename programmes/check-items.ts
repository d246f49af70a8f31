// Whether items and tracks fit the rest of their programme: what they name exists, and what they must say is said.
import { duplicate, ITEM, missing, PHASE, repeated, ROLE, unknowns } from "./check-words.ts";
import { refsOf } from "./plan.ts";
import type { Finding } from "./problem.ts";
import type { ProgrammeFile } from "./schema.ts";
import type { Item, Programme, Text, When } from "./types.ts";

/** Everything about items, tracks and dates that does not fit. The file tells `?` from what is absent. */
export function checkItems(programme: Programme, file: ProgrammeFile): Finding[] {
  const { phases, items, tracks } = programme;
  const ids = [...phases, ...items, ...tracks].map(({ id }) => id);
  return [
    ...repeated(ids).map(({ id }) =>
      duplicate(items.some((item) => item.id === id) ? `items.${id}` : `tracks.${id}`, id),
    ),
    ...items.flatMap((item) => checkItem(item, programme, file)),
    ...tracks.flatMap((track) => [
      ...unknowns([track.lead], codesOf(programme), ROLE, `tracks.${track.id}.lead`),
      ...phasesKnown(track, programme, `tracks.${track.id}`),
    ]),
    ...(programme.budget?.lines ?? []).flatMap((line) => phasesKnown(line, programme, `budget.lines.${line.id}`)),
    ...repeatedCodes(programme, file),
    ...datesOf(programme).flatMap(({ path, id, when }) => checkWhen(when, id, programme, path)),
  ];
}

/** Roles and groups are named in the same places. */
function repeatedCodes(programme: Programme, file: ProgrammeFile): Finding[] {
  const { roles } = file;
  return programme.roles
    .filter(({ code, group }) => group === true && Object.hasOwn(roles, code))
    .map(({ code }) => duplicate(`groups.${code}`, code));
}

/** Every date of a programme, where it stands, and the part that it is the date of. */
export function datesOf({ phases, items, tracks }: Programme): { path: string; id: string; when: When }[] {
  return [
    ...phases.map(({ id, when }) => ({ path: `phases.${id}.when`, id, when })),
    ...items.flatMap(({ id, when, sessions = [] }) => [
      { path: `items.${id}.when`, id, when },
      ...sessions.map((session) => ({ path: `items.${id}.sessions.${session.id}.when`, id, when: session.when })),
    ]),
    ...tracks.map(({ id, when }) => ({ path: `tracks.${id}.when`, id, when })),
  ];
}

const CRITERION: Text = { da: "succeskriterium", en: "criterion of success" };
const CONDITION: Text = { da: "betingelse", en: "condition" };
const DECISION: Text = { da: "beslutning", en: "decision" };
const RULE: Text = { da: "påmindelse", en: "reminder" };

const codesOf = ({ roles }: Programme) => roles.map(({ code }) => code);

function phasesKnown({ phases }: { phases: string[] }, programme: Programme, path: string): Finding[] {
  const known = programme.phases.map(({ id }) => id);
  return phases.flatMap((id, index) => unknowns([id], known, PHASE, `${path}.phases.${index}`));
}

function checkItem(item: Item, programme: Programme, file: ProgrammeFile): Finding[] {
  const path = `items.${item.id}`;
  const written = file.items[item.id];
  const codes = codesOf(programme);
  const roles = (named: string[], of: string) =>
    named.flatMap((code, index) => unknowns([code], codes, ROLE, `${path}.${of}.${index}`));
  const rules = Object.keys(file.reminders);
  return [
    ...phasesKnown(item, programme, path),
    ...roles(item.audience, "audience"),
    ...(NEEDS_AUDIENCE.includes(item.kind) && written?.audience === undefined ? [missing(`${path}.audience`)] : []),
    ...(item.kind === "break" && item.extent === undefined ? [missing(`${path}.extent`, "full")] : []),
    ...(written?.when === undefined && !item.sessions ? [missing(`${path}.when`)] : []),
    ...(item.against ?? []).flatMap((number, index) =>
      unknowns(
        [String(number)],
        programme.success.map(({ id }) => id),
        CRITERION,
        `${path}.against.${index}`,
      ),
    ),
    ...(item.target ? unknowns([item.target.role], codes, ROLE, `${path}.target.role`) : []),
    ...Object.keys(item.reminders ?? {}).flatMap((rule) => unknowns([rule], rules, RULE, `${path}.reminders.${rule}`)),
    ...checkDecision(item, programme, path),
  ];
}

const NEEDS_AUDIENCE = ["meeting", "homework", "decision", "monitoring"];

function checkDecision({ decision }: Item, programme: Programme, path: string): Finding[] {
  if (!decision) return [];
  const decisions = programme.items.filter((item) => item.decision).map(({ id }) => id);
  return [
    ...decision.proposedBy.flatMap((code, index) =>
      unknowns([code], codesOf(programme), ROLE, `${path}.decision.proposedBy.${index}`),
    ),
    ...decision.again.flatMap((id, index) => unknowns([id], decisions, DECISION, `${path}.decision.again.${index}`)),
    ...(decision.kind === "select" && decision.choose === undefined ? [missing(`${path}.decision.choose`, "1")] : []),
  ];
}

/** What a date names exists; a date that counts from itself, by way of others, has no beginning. */
function checkWhen(when: When, id: string, programme: Programme, path: string): Finding[] {
  const parts = [...programme.phases, ...programme.items];
  const conditions = programme.conditions.map((one) => one.id);
  const known = parts.map((part) => part.id);
  const unknown = [
    ...refsOf(when).flatMap((ref) => unknowns([ref], known, ITEM, path)),
    ...(when.condition === undefined ? [] : unknowns([when.condition], conditions, CONDITION, `${path}.condition`)),
  ];
  return unknown.length > 0 || !countsFromItself(id, when, parts) ? unknown : [ring(path, id)];
}

function countsFromItself(id: string, when: When, parts: { id: string; when: When }[]): boolean {
  const refs = new Map(parts.map((part) => [part.id, refsOf(part.when)]));
  const seen = new Set<string>();
  const next = [...refsOf(when)];
  for (let other = next.pop(); other !== undefined; other = next.pop()) {
    if (other === id) return true;
    if (!seen.has(other)) next.push(...(refs.get(other) ?? []));
    seen.add(other);
  }
  return false;
}

const ring = (path: string, id: string): Finding => ({
  code: "cycle",
  path,
  message: { da: `"${id}" regnes fra sig selv.`, en: `"${id}" counts from itself.` },
  hint: { da: "Giv et af punkterne i ringen en dato.", en: "Give one of the items in the ring a date." },
});
