// From a file of the right shape to a programme: maps become lists, and what the source leaves open is gathered.
import { questionsOf } from "./questions.ts";
import type { ProgrammeFile } from "./schema.ts";
import type { Item, Phase, Programme, Role, When } from "./types.ts";
import type { NotedWhen } from "./when-schema.ts";

/** The programme of a file. Its references are yet to be checked. */
export function buildProgramme(file: ProgrammeFile): Programme {
  const { method: _, questions: __, ours: ___, groups, success, budget, ...same } = file;
  const roles: Role[] = [
    ...listed(file.roles).map(({ id: code, questions: _q, ours: _o, ...role }) => ({ code, ...role })),
    ...listed(groups).map(({ id: code, ...group }) => ({ code, ...group, group: true })),
  ];
  const codes = Object.keys(file.roles);
  return {
    ...same,
    phases: listed(file.phases).map(({ within: _w, questions: _q, ours: _o, when, ...phase }): Phase => ({
      ...phase,
      when: plain(when),
    })),
    items: Object.entries(file.items).map(([id, item]) => itemOf(id, item, codes)),
    roles,
    tracks: listed(file.tracks).map(({ questions: _q, ours: _o, steps, when, ...track }) => ({
      ...track,
      steps: listed(steps),
      when: plain(when),
    })),
    conditions: listed(file.conditions),
    success: success.map((title, index) => ({ id: String(index + 1), title })),
    ...(budget && { budget: budgetOf(budget) }),
    rights: Object.fromEntries(
      Object.entries(file.rights).map(([type, who]) => [type, who === "everyone" ? codes : who]),
    ),
    reminders: listed(file.reminders)
      .filter(({ off }) => off !== true)
      .map(({ off: _off, ...rule }) => rule),
    openQuestions: questionsOf(file),
  };
}

/** The entries of a map by id, each with its id first. */
function listed<T extends object>(map: Record<string, T>): ({ id: string } & T)[] {
  return Object.entries(map).map(([id, part]) => ({ id, ...part }));
}

function itemOf(id: string, file: ProgrammeFile["items"][string], codes: string[]): Item {
  const { questions: _, ours: __, audience, sessions, when, decision, place, ...item } = file;
  const { quorum, ...rules } = decision ?? {};
  return {
    id,
    ...item,
    when: when ? plain(when) : NO_DATE,
    audience: audience === "everyone" ? codes : audience === undefined || audience === "?" ? [] : audience,
    ...(place !== undefined && place !== OPEN && { place }),
    ...(sessions && {
      sessions: listed(sessions).map((session) => ({ ...session, when: plain(session.when) })),
    }),
    ...(decision && {
      decision: {
        ...(rules as Omit<typeof decision, "quorum">),
        ...(typeof quorum === "number" && { quorum }),
      },
    }),
  };
}

/** A date without what was noted of its phrase, which is among the open questions. */
function plain({ notes: _, ...when }: NotedWhen): When {
  return when as When;
}

/** What a file says where its source is silent. */
const OPEN = "?";

/** An item with sessions has their dates. */
const NO_DATE: When = { unknown: true };

function budgetOf({
  questions: _,
  ours: __,
  lines,
  ...same
}: NonNullable<ProgrammeFile["budget"]>): NonNullable<Programme["budget"]> {
  return { ...same, lines: listed(lines) };
}
