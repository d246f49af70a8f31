// What a programme leaves open: every `?` of its file, every question it asks, and what we added ourselves.
import type { ProgrammeFile } from "./schema.ts";
import type { Programme, Text } from "./types.ts";
import type { NotedWhen } from "./when-schema.ts";

type Question = Programme["openQuestions"][number];

/** In the order of the file. */
export function questionsOf(file: ProgrammeFile): Question[] {
  return [
    ...remarksOf("programme", file),
    ...Object.entries(file.roles).flatMap(([id, role]) => remarksOf(`roles.${id}`, role)),
    ...Object.entries(file.phases).flatMap(([id, phase]) => [
      ...noDate(`phases.${id}`, phase),
      ...remarksOf(`phases.${id}`, phase),
    ]),
    ...Object.entries(file.tracks).flatMap(([id, track]) => [
      ...noDate(`tracks.${id}`, track),
      ...remarksOf(`tracks.${id}`, track),
    ]),
    ...Object.entries(file.items).flatMap(([id, item]) => ofItem(`items.${id}`, item)),
    ...(file.budget ? [...noTotal(file.budget), ...remarksOf("budget", file.budget)] : []),
  ];
}

function ofItem(path: string, item: ProgrammeFile["items"][string]): Question[] {
  const { title, audience, decision, sessions = {} } = item;
  return [
    ...noDate(path, item),
    ...Object.entries(sessions).flatMap(([id, session]) =>
      noDate(`${path}.sessions.${id}`, { title: session.title ?? title, when: session.when }),
    ),
    ...(audience === "?" ? [open(`${path}.audience`, (decision ? deciderWords : audienceWords)(title))] : []),
    ...(item.place === "?" ? [open(`${path}.place`, placeWords(title))] : []),
    ...(decision?.quorum === "?" ? [open(`${path}.decision.quorum`, quorumWords(title))] : []),
    ...remarksOf(path, item),
  ];
}

const open = (path: string, text: Text): Question => ({ code: "open", path, text });

function remarksOf(path: string, { questions = [], ours = [] }: { questions?: Text[]; ours?: Text[] }): Question[] {
  return [
    ...questions.map((text) => open(path, text)),
    ...ours.map((text): Question => ({ code: "ours", path, text })),
  ];
}

/** What the reader of its phrase noted, or that the source gives no time. */
function noDate(path: string, { title, when }: { title: Text; when?: NotedWhen }): Question[] {
  if (when?.notes) return when.notes.map((note) => open(`${path}.when`, notedWords(title, note)));
  if (!when || !("unknown" in when)) return [];
  return [
    open(`${path}.when`, {
      da: `Kilden siger ikke, hvornår «${title.da}» er.`,
      en: `The source does not say when "${title.en}" is.`,
    }),
  ];
}

const notedWords = (title: Text, note: Text): Text => ({
  da: `Tiden for «${title.da}»: ${note.da}`,
  en: `The time of "${title.en}": ${note.en}`,
});

const audienceWords = (title: Text): Text => ({
  da: `Kilden siger ikke, hvem «${title.da}» er for.`,
  en: `The source does not say whom "${title.en}" is for.`,
});

const deciderWords = (title: Text): Text => ({
  da: `Kilden siger ikke, hvem der afgør «${title.da}».`,
  en: `The source does not say who decides "${title.en}".`,
});

const placeWords = (title: Text): Text => ({
  da: `Kilden siger ikke, hvor «${title.da}» er.`,
  en: `The source does not say where "${title.en}" is.`,
});

const quorumWords = (title: Text): Text => ({
  da: `Kilden siger ikke, hvor mange der skal stemme om «${title.da}».`,
  en: `The source does not say how many must vote on "${title.en}".`,
});

function noTotal({ total }: { total?: number }): Question[] {
  if (total !== undefined) return [];
  return [
    open("budget.total", {
      da: "Kilden giver intet beløb for budgettet.",
      en: "The source gives no amount of the budget.",
    }),
  ];
}
