// What was typed into the form of an answer: read, checked for what is missing, and made into an answer.
import type { AnswerLinkJson, NewLinkAnswerJson } from "../api/client.ts";

/** The fields as they stand in the form; empty where nothing was typed. `texts`: one for each question. */
export type Typed = {
  choice: string;
  choices: string[];
  texts: string[];
  reason: string;
  session: string;
  next: string;
  to: string;
  due: string;
  /** Of a substitute: the e-mail of whom they answer for, or OWN. */
  whose: string;
  /** Made with the form: what is sent twice from one form happens once. */
  key: string;
};

/** Fields as a form sends them, in order. */
export type Sent = readonly (readonly [name: string, value: string])[];

/** The form as it first stands, with what was answered before. `chosen`: the choice that the mail's link names. */
export function untouched(link: AnswerLinkJson, { chosen, key }: { chosen: string; key: string }): Typed {
  const known = link.choices.some(({ choice }) => choice === chosen);
  const mine = link.sessions?.filter((session) => session.mine) ?? [];
  return {
    choice: known ? chosen : "",
    choices: [],
    texts: textsIn(link.answered?.text ?? "", link.asks ?? []),
    reason: "",
    session: mine.length === 1 ? mine[0]!.id : "",
    next: "",
    to: "",
    due: "",
    whose: "",
    key,
  };
}

/** What came with a POST. Line ends are those of text. */
export function typedIn(link: AnswerLinkJson, sent: Sent): Typed {
  const all = (name: string) =>
    sent.filter(([field]) => field === name).map(([, value]) => value.replaceAll("\r\n", "\n"));
  const one = (name: string) => all(name)[0] ?? "";
  const asked = Math.max(1, link.asks?.length ?? 0);
  return {
    choice: one("choice"),
    choices: all("choices"),
    texts: Array.from({ length: asked }, (_, index) => one(`text-${index}`)),
    reason: one("reason"),
    session: one("session"),
    next: one("next"),
    to: one("to"),
    due: one("due"),
    whose: one("for"),
    key: one("key"),
  };
}

/** The answer that was typed, of which only what belongs to its choice is sent. */
export function answerOf(link: AnswerLinkJson, typed: Typed): NewLinkAnswerJson {
  if (link.purpose === "deliver") return filled({ text: textOf(typed.texts, link.asks ?? []) });
  const { choice, session, reason, next, to, due, choices, whose } = typed;
  if (link.purpose === "answer") {
    const isOther = link.sessions?.some(({ id, mine }) => id === session && !mine) ?? false;
    return filled({ choice, session: isOther ? session : "" });
  }
  const needs = needsOf(link, choice);
  return {
    ...filled({ choice, reason, ...(needs.includes("next") && { next, to, due }) }),
    ...whomFor(link, whose),
    ...(needs.includes("choices") && { choices }),
  };
}

/** Stands in the form for the reader's own vote, beside the addresses of those whom they stand in for. */
export const OWN = "own";

/** Those whose vote the reader can cast: themselves (OWN) and whom they stand in for. */
export const votersOf = ({ standsInFor = [], ownVote }: AnswerLinkJson): string[] =>
  standsInFor.length === 0 ? [] : [...(ownVote ? [OWN] : []), ...standsInFor.map(({ email }) => email)];

/** Where there are several votes to cast: for whom; nothing of the reader's own, which comes first. */
function whomFor(link: AnswerLinkJson, whose: string): { for?: string } {
  const isAsked = votersOf(link).length > 1 && whose !== "";
  return isAsked && whose !== OWN ? { for: whose } : {};
}

/** Fields that a choice demands and that were left empty; of who may cast several votes also whose it is. */
export function missingIn(link: AnswerLinkJson, answer: NewLinkAnswerJson, { whose }: Pick<Typed, "whose">): string[] {
  if (link.purpose === "deliver") return answer.text === undefined ? ["text"] : [];
  const voters = votersOf(link);
  const unsaid = voters.length > 1 && !voters.includes(whose) ? ["for"] : [];
  if (!link.choices.some(({ choice }) => choice === answer.choice)) return [...unsaid, "choice"];
  return [...unsaid, ...emptyIn(link, answer)];
}

/** Fields that the choice demands and that were left empty. */
function emptyIn(link: AnswerLinkJson, answer: NewLinkAnswerJson): string[] {
  return needsOf(link, answer.choice ?? "").filter((field) =>
    field === "choices"
      ? answer.choices?.length !== link.choose
      : answer[field as keyof NewLinkAnswerJson] === undefined,
  );
}

/** Whether it has been answered so already: to say it again would change nothing. */
export function isAnswered({ purpose, answered, outcome }: AnswerLinkJson, answer: NewLinkAnswerJson): boolean {
  if (outcome) return outcome.mine && outcome.choice === answer.choice;
  if (!answered) return false;
  if (purpose === "deliver") return answered.text === answer.text;
  const news = answer.session ?? answer.reason ?? answer.choices ?? answer.for;
  return answered.choice === answer.choice && news === undefined;
}

const needsOf = ({ choices }: AnswerLinkJson, chosen: string): string[] =>
  choices.find(({ choice }) => choice === chosen)?.needs ?? [];

function filled<T extends Record<string, string>>(fields: T): { [K in keyof T]?: string } {
  const trimmed = Object.entries(fields).map(([name, value]) => [name, value.trim()]);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== "")) as { [K in keyof T]?: string };
}

/** One text of the answers to several questions: each under its question, those left empty left out. */
function textOf(texts: string[], asks: string[]): string {
  if (asks.length === 0) return texts[0] ?? "";
  return asks.flatMap((ask, index) => (texts[index]?.trim() ? `${ask}\n${texts[index].trim()}` : [])).join("\n\n");
}

/** The answers in such a text, one for each question; what stands under none is in the first. */
function textsIn(text: string, asks: string[]): string[] {
  if (asks.length === 0) return [text];
  const texts = asks.map((): string[] => []);
  let current = 0;
  for (const line of text.split("\n")) {
    const asked = asks.indexOf(line);
    if (asked >= 0) current = asked;
    else texts[current]!.push(line);
  }
  return texts.map((lines) => lines.join("\n").trim());
}
