// Date polls of a network: each date with how many said what, the best, and for whoever leads who has not answered.
import type { NetworkPollJson } from "../../api/client.ts";
import { moment } from "../layout.ts";
import type { Given, Language, Output, World } from "../world.ts";

/** The polls as the API gives them. */
export async function run({ client, language, words }: World, { args }: Given): Promise<Output> {
  const polls = await (await client()).polls(args[0]!);
  const text = polls.map((poll) => pollText(poll, language));
  return { json: polls, text: text.length > 0 ? text.join("\n\n") : words.none };
}

function pollText({ item, title, state, closes, chosen, dates, missing = [] }: NetworkPollJson, language: Language) {
  const said = SAID[language];
  const until = state === "open" && closes !== undefined ? `, ${said.until} ${moment(closes, language)}` : "";
  const lines = dates.map(({ start, yes, maybe, no, best }) => {
    const mark = start === chosen ? "✓" : best ? "*" : " ";
    return `  ${mark} ${moment(start, language)}: ${said.yes} ${yes}, ${said.maybe} ${maybe}, ${said.no} ${no}`;
  });
  const left =
    missing.length > 0 && (state === "open" || state === "ended") ? [`  ${said.missing}: ${missing.join(", ")}`] : [];
  return [`${item} ${title}: ${said.states[state]}${until}`, ...lines, ...left].join("\n");
}

const SAID = {
  da: {
    states: { open: "åben", ended: "fristen er forbi: vælg en dato", chosen: "dato valgt", cancelled: "afbrudt" },
    until: "til",
    yes: "ja",
    maybe: "måske",
    no: "nej",
    missing: "mangler svar fra",
  },
  en: {
    states: { open: "open", ended: "the time is up: choose a date", chosen: "date chosen", cancelled: "cancelled" },
    until: "until",
    yes: "yes",
    maybe: "maybe",
    no: "no",
    missing: "no answer from",
  },
};
