// Whether the parts of a programme fit together: everything that is named exists, and nothing is missing without a `?`.
import { weeksOf } from "./dates.ts";
import { checkItems, datesOf } from "./check-items.ts";
import { duplicate, ITEM, PARAMETER, PHASE, repeated, ROLE, unknowns } from "./check-words.ts";
import type { Finding } from "./problem.ts";
import type { ProgrammeFile } from "./schema.ts";
import { LIVE_AUDIENCES } from "./reminder-names.ts";
import { type Criterion, type Item, type Programme, type When } from "./types.ts";

/** What criteria can count, apart from the facts of a phase. */
export const FACTS = [
  "ideas",
  "shortlisted",
  "tested",
  "awaitingResults",
  "results",
  "undecided",
  "ballotsClosed",
  "meetingsDated",
  "meetingsHeld",
  "agreements",
  "characteristics",
  "coreMembers",
  "focusQuestions",
  "discoveries",
  "perspectives",
  "themes",
  "testBacked",
  "testUnit",
  "testHost",
  "testLeads",
  "testWhat",
  "testHow",
];
/** What criteria can ask of a part, as in `closed:focusing`. */
export const FACTS_OF: Record<string, (programme: Programme) => string[]> = {
  open: ({ phases }) => phases.map(({ id }) => id),
  opened: ({ phases }) => phases.map(({ id }) => id),
  closed: ({ phases }) => phases.map(({ id }) => id),
  reopened: ({ phases }) => phases.map(({ id }) => id),
  held: ({ items }) => ofKind(items, "meeting"),
  proposed: ({ items }) => ofKind(items, "decision"),
  decided: ({ items }) => ofKind(items, "decision"),
  measured: ({ items }) => ofKind(items, "monitoring"),
  delivered: ({ items }) => [...ofKind(items, "homework"), ...ofKind(items, "deliverable")],
  condition: ({ conditions }) => conditions.map(({ id }) => id),
  tracksStarted: ({ tracks }) => tracks.map(({ id }) => id),
  tracksEnded: ({ tracks }) => tracks.map(({ id }) => id),
};
const ofKind = (items: Item[], kind: Item["kind"]) => items.filter((item) => item.kind === kind).map(({ id }) => id);
/** Audiences that are worked out when a message goes. */

/** Everything in a programme that does not fit; empty where it is whole. The file tells `?` from what is absent. */
export function checkProgramme(programme: Programme, file: ProgrammeFile): Finding[] {
  return [
    ...checkPhases(programme),
    ...checkWithin(file),
    ...checkItems(programme, file),
    ...checkPeople(programme),
    ...checkWeeks(programme),
    ...checkOrder(programme),
  ];
}

function checkPhases(programme: Programme): Finding[] {
  const ids = programme.phases.map(({ id }) => id);
  const reopens = programme.phases.flatMap(({ id, reopens }) =>
    reopens ? unknowns([reopens.while], ids, PHASE, `phases.${id}.reopens.while`) : [],
  );
  const lists = [
    ...programme.phases.flatMap(({ id, opens, closes }) => [
      { path: `phases.${id}.opens`, criteria: opens },
      { path: `phases.${id}.closes`, criteria: closes },
    ]),
    ...Object.entries(programme.needs ?? {}).map(([type, criteria]) => ({
      path: `needs.${type}`,
      criteria,
    })),
    ...programme.items.flatMap(({ id, decision }) =>
      decision ? [{ path: `items.${id}.decision.needs`, criteria: decision.needs }] : [],
    ),
  ];
  const criteria = lists.flatMap(({ path, criteria }) => [
    ...repeated(criteria.map(({ id }) => id)).map(({ index, id }) => duplicate(`${path}.${index}.id`, id)),
    ...criteria.flatMap((criterion, index) => checkCriterion(criterion, programme, `${path}.${index}`)),
  ]);
  const decideIn = programme.decideIn === undefined ? [] : unknowns([programme.decideIn], ids, PHASE, "decideIn");
  const { castingVote } = programme.decideIdeas;
  const codes = programme.roles.map(({ code }) => code);
  return [
    ...reopens,
    ...criteria,
    ...decideIn,
    ...(castingVote === undefined ? [] : unknowns([castingVote], codes, ROLE, "decideIdeas.castingVote")),
    ...checkParameters(
      programme,
      lists.flatMap(({ criteria }) => criteria),
    ),
  ];
}

function checkWithin({ phases }: ProgrammeFile): Finding[] {
  const within = Object.entries(phases).map(([id, phase]) => ({ id, outer: phase.within }));
  return within.flatMap(({ id, outer }) =>
    outer === undefined ? [] : unknowns([outer], Object.keys(phases), PHASE, `phases.${id}.within`),
  );
}

/** A parameter that no criterion asks for is most often a slip for one that is. */
function checkParameters({ parameters }: Programme, criteria: Criterion[]): Finding[] {
  const asked = criteria.flatMap((it) => ("atLeast" in it && typeof it.atLeast === "string" ? [it.atLeast] : []));
  return Object.keys(parameters).flatMap((name) =>
    unknowns([name], [...new Set(asked)], PARAMETER, `parameters.${name}`),
  );
}

function checkCriterion(criterion: Criterion, programme: Programme, path: string): Finding[] {
  const [asked = "", part] = criterion.fact.split(":", 2);
  const FACT = { da: "kendsgerning", en: "fact" };
  const fact =
    part === undefined
      ? unknowns([asked], FACTS, FACT, `${path}.fact`)
      : Object.hasOwn(FACTS_OF, asked)
        ? unknowns([part], FACTS_OF[asked]!(programme), PART_OF[asked] ?? PHASE, `${path}.fact`)
        : unknowns([asked], Object.keys(FACTS_OF), FACT, `${path}.fact`);
  const parameter = "atLeast" in criterion && typeof criterion.atLeast === "string" ? [criterion.atLeast] : [];
  const known = Object.keys(programme.parameters);
  return [...fact, ...unknowns(parameter, known, PARAMETER, `${path}.atLeast`)];
}

/** What the part of such a fact is, where it is no phase. */
const PART_OF: Record<string, { da: string; en: string }> = {
  held: { da: "møde", en: "meeting" },
  proposed: { da: "beslutning", en: "decision" },
  decided: { da: "beslutning", en: "decision" },
  measured: { da: "måling", en: "monitoring point" },
  delivered: { da: "hjemmearbejde", en: "homework" },
  condition: { da: "betingelse", en: "condition" },
  tracksStarted: { da: "spor", en: "track" },
  tracksEnded: { da: "spor", en: "track" },
};

function checkPeople(programme: Programme): Finding[] {
  const roles = programme.roles.map(({ code }) => code);
  const rights = Object.entries(programme.rights).flatMap(([type, who]) =>
    who.flatMap((code, index) => unknowns([code], roles, ROLE, `rights.${type}.${index}`)),
  );
  const reminders = programme.reminders.flatMap(({ id, to }) =>
    to.flatMap((code, index) => unknowns([code], [...LIVE_AUDIENCES, ...roles], ROLE, `reminders.${id}.to.${index}`)),
  );
  const items = programme.items.map(({ id }) => id);
  const only = programme.reminders.flatMap(({ id, only = [] }) =>
    only.flatMap((item, index) => unknowns([item], items, ITEM, `reminders.${id}.only.${index}`)),
  );
  const found = [...rights, ...reminders, ...only];
  if (programme.roles.some(({ required }) => required)) return found;
  const lead: Finding = {
    code: "lead",
    path: "roles",
    message: { da: "Ingen rolle er required.", en: "No role is required." },
    hint: {
      da: "Sæt required: true på den rolle, der leder.",
      en: "Set required: true on the role that leads.",
    },
  };
  return [...found, lead];
}

function checkWeeks(programme: Programme): Finding[] {
  const last = (when: When) => weeksOf(when)?.[1] ?? 0;
  const { weeks = 0 } = programme;
  return datesOf(programme)
    .filter(({ when }) => last(when) > weeks)
    .map(({ path, when }) => ({
      code: "range",
      path,
      message: {
        da: `Uge ${last(when)} ligger efter programmets sidste uge, ${weeks}.`,
        en: `Week ${last(when)} is after the programme's last week, ${weeks}.`,
      },
      hint: { da: "Ret ugen, eller sæt weeks op.", en: "Correct the week, or raise weeks." },
    }));
}

/** Phases that wait for each other in a ring never open. */
function checkOrder(programme: Programme): Finding[] {
  const before = new Map(
    programme.phases.map(({ id, opens }) => [
      id,
      opens.map(({ fact }) => fact.split(":", 2)[1]).filter((other) => other !== undefined),
    ]),
  );
  const waitsForItself = (id: string) => {
    const seen = new Set<string>();
    const next = [...(before.get(id) ?? [])];
    for (let other = next.pop(); other !== undefined; other = next.pop()) {
      if (other === id) return true;
      if (!seen.has(other)) next.push(...(before.get(other) ?? []));
      seen.add(other);
    }
    return false;
  };
  return programme.phases
    .filter(({ id }) => waitsForItself(id))
    .map(({ id, title }) => ({
      code: "cycle",
      path: `phases.${id}.opens`,
      message: {
        da: `«${title.da}» venter på sig selv og kan aldrig åbne.`,
        en: `"${title.en}" waits for itself and can never open.`,
      },
      hint: {
        da: "Fjern et af de kriterier, der peger i ring.",
        en: "Remove one of the criteria that point in a ring.",
      },
    }));
}
