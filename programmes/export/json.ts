// A programme as the file it could have been read from, with its method laid under it: the inverse of build.ts.
import { NOTHING } from "../parse.ts";
import type { Item, Programme, Role, Text, Track } from "../types.ts";

/** The programme as JSON text. JSON is YAML: read as a programme file, it is the same programme. */
export function jsonOf(programme: Programme): string {
  return `${JSON.stringify(fileOf(programme), null, 2)}\n`;
}

/** The value of a programme file from which buildProgramme makes exactly this programme. Nothing is laid under it. */
export function fileOf(programme: Programme): Record<string, unknown> {
  const { openQuestions: _, budget, success, ...same } = programme;
  const remarks = (path: string) => remarksOf(programme, path);
  return {
    ...same,
    method: NOTHING,
    ...remarks("programme"),
    phases: mapped(programme.phases, (phase) => ({ ...phase, ...remarks(`phases.${phase.id}`) })),
    tracks: mapped(programme.tracks, (track) => ({ ...trackOf(track), ...remarks(`tracks.${track.id}`) })),
    items: mapped(programme.items, (item) => ({ ...itemOf(programme, item), ...remarks(`items.${item.id}`) })),
    roles: rolesOf(programme.roles, false, remarks),
    groups: rolesOf(programme.roles, true, remarks),
    conditions: mapped(programme.conditions),
    reminders: mapped(programme.reminders),
    success: success.map(({ title }) => title),
    ...(budget && { budget: { ...budget, lines: mapped(budget.lines), ...remarks("budget") } }),
  };
}

/** What was written of a part: its questions, and what we added. Those that a `?` makes by itself have a longer path. */
function remarksOf({ openQuestions }: Programme, path: string): { questions?: Text[]; ours?: Text[] } {
  const of = (code: "open" | "ours") =>
    openQuestions.filter((question) => question.path === path && question.code === code).map(({ text }) => text);
  const [questions, ours] = [of("open"), of("ours")];
  return { ...(questions.length > 0 && { questions }), ...(ours.length > 0 && { ours }) };
}

function itemOf({ openQuestions }: Programme, item: Item): Record<string, unknown> {
  const { when, audience, sessions, decision, ...same } = item;
  const asked = (part: string) => openQuestions.some(({ path }) => path === `items.${item.id}.${part}`);
  // An item with sessions says no date of its own, and then nothing asks for one.
  const says = !("unknown" in when) || asked("when");
  return {
    ...same,
    ...(says && { when }),
    audience: asked("audience") ? "?" : audience,
    ...(asked("place") && { place: "?" }),
    ...(sessions && { sessions: mapped(sessions) }),
    ...(decision && { decision: { ...decision, ...(asked("decision.quorum") && { quorum: "?" }) } }),
  };
}

const trackOf = ({ steps, ...track }: Track) => ({ ...track, steps: mapped(steps) });

function rolesOf(roles: Role[], groups: boolean, remarks: (path: string) => object): Record<string, object> {
  const chosen = roles.filter(({ group = false }) => group === groups);
  return Object.fromEntries(
    chosen.map(({ code, group: _, ...role }) => [code, { ...role, ...(groups ? {} : remarks(`roles.${code}`)) }]),
  );
}

/** Parts as a map by id, in their order, each without its id. */
function mapped<T extends { id: string }>(
  parts: T[],
  change: (part: T) => Record<string, unknown> = (part) => part,
): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    parts.map((part) => {
      const { id: _, ...rest } = change(part);
      return [part.id, rest];
    }),
  );
}
