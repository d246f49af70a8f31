// From a file of the right shape to a programme: maps become lists, and what the source leaves open is gathered.
import type { ProgrammeFile } from "./schema.ts";
import type { Item, Phase, Programme, Text } from "./types.ts";

/** The programme of a file. Its references are yet to be checked. */
export function buildProgramme(file: ProgrammeFile): Programme {
  const { method: _, questions: __, phases, items, roles, rights, reminders, ...same } = file;
  const codes = Object.keys(roles);
  return {
    ...same,
    phases: Object.entries(phases).map(([id, phase]) => phaseOf(id, phase)),
    items: Object.entries(items).map(([id, item]) => itemOf(id, item)),
    roles: Object.entries(roles).map(([code, role]) => ({ code, ...role })),
    rights: Object.fromEntries(Object.entries(rights).map(([type, who]) => [type, who === "everyone" ? codes : who])),
    reminders: Object.entries(reminders)
      .filter(([, rule]) => rule.off !== true)
      .map(([id, { off: _off, ...rule }]) => ({ id, ...rule })),
    openQuestions: questionsOf(file),
  };
}

function phaseOf(id: string, { within: _, questions: __, ...phase }: ProgrammeFile["phases"][string]): Phase {
  return { id, ...phase };
}

function itemOf(id: string, { questions: _, audience, ...item }: ProgrammeFile["items"][string]): Item {
  return { id, ...item, audience: audience === undefined || audience === "?" ? [] : audience };
}

/** Every `?` of the file and every question it asks, in the order of the file. */
function questionsOf(file: ProgrammeFile): Programme["openQuestions"] {
  const parts = [
    ...Object.entries(file.phases).map(([id, phase]) => ({
      path: `phases.${id}`,
      ...phase,
      audience: undefined,
    })),
    ...Object.entries(file.items).map(([id, item]) => ({
      path: `items.${id}`,
      audience: undefined,
      ...item,
    })),
  ];
  return [
    ...(file.questions ?? []).map((text) => ({ path: "questions", text })),
    ...parts.flatMap(({ path, title, when, audience, questions = [] }) => [
      ...("unknown" in when ? [{ path: `${path}.when`, text: noTime(title) }] : []),
      ...(audience === "?" ? [{ path: `${path}.audience`, text: noAudience(title) }] : []),
      ...questions.map((text) => ({ path, text })),
    ]),
  ];
}

function noTime(title: Text): Text {
  return {
    da: `Kilden siger ikke, hvornår «${title.da}» er.`,
    en: `The source does not say when "${title.en}" is.`,
  };
}

function noAudience(title: Text): Text {
  return {
    da: `Kilden siger ikke, hvem «${title.da}» er for.`,
    en: `The source does not say whom "${title.en}" is for.`,
  };
}
