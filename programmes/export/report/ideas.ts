// The ideas of a report: a box each for those that came on the short list, and the others by name.
import { markup, type Markup } from "../markup.ts";
import { listOf } from "./table.ts";
import type { Fact, Idea, Report } from "./types.ts";
import { REPORT_PAGE_WORDS, type ReportPageWords } from "./words.ts";

/** Undefined where the programme has no ideas. */
export function ideasOf({ language, ideas }: Report): Markup | undefined {
  if (!ideas) return undefined;
  const words = REPORT_PAGE_WORDS[language];
  const captured = ideas.filter(({ fate }) => fate === "captured");
  const others = ideas.filter(({ fate }) => fate !== "captured");
  const rest = markup`<h3>${words.captured}</h3>${listOf(captured.map(captionOf))}`;
  return markup`<section><h2>${words.ideas}</h2>
    ${ideas.length === 0 ? markup`<p>${words.nothing}</p>` : others.map((idea) => ideaOf(idea, words))}
    ${captured.length === 0 ? undefined : rest}</section>`;
}

/** Its name, whose it was, and what it became part of. */
function captionOf({ title, by, facts }: Idea): string {
  const said = facts.map(({ label, text }) => `${label} ${text}`);
  return [title, ...(by === undefined ? [] : [by]), ...said].join(" – ");
}

function ideaOf({ title, text, by, fate, state, facts, rounds }: Idea, words: ReportPageWords): Markup {
  return markup`<article class="${`idea ${fate}`}"><h3>${title}</h3>
    <p class="fate">${state}</p>
    ${text === undefined ? undefined : markup`<p class="text">${text}</p>`}
    ${by === undefined ? undefined : markup`<p class="facts">${words.by(by)}</p>`}
    ${factsOf(facts)}
    ${rounds.map((round) => roundOf(round, words))}</article>`;
}

function roundOf({ title, facts, outcome, reason }: Idea["rounds"][number], words: ReportPageWords): Markup {
  const all = [
    ...facts,
    ...(outcome === undefined ? [] : [{ label: words.outcome, text: outcome }]),
    ...(reason === undefined ? [] : [{ label: words.reason, text: reason }]),
  ];
  return markup`<h4>${title}</h4>${factsOf(all)}`;
}

function factsOf(facts: Fact[]): Markup | undefined {
  if (facts.length === 0) return undefined;
  return markup`<dl>${facts.map(({ label, text }) => markup`<dt>${label}</dt><dd>${text}</dd>`)}</dl>`;
}
