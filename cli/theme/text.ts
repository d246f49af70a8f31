// Theme proposals in words: a line in a list, and one with all that became of it.
import type { ThemeProposalJson } from "../../api/client.ts";
import { NETWORK_TYPE_NAMES } from "../../programmes/network-type.ts";
import { moment, table } from "../layout.ts";
import type { Language } from "../world.ts";

/** A table of proposals: id, type, state, what they wait for. */
export function themesText(themes: ThemeProposalJson[], language: Language): string {
  const said = SAID[language];
  const rows = themes.map((theme) => [
    theme.id,
    theme.title,
    NETWORK_TYPE_NAMES[theme.type][language],
    said.states[theme.state],
    waitingText(theme, language),
  ]);
  return rows.length > 0 ? table(rows, said.head) : said.none;
}

/** A proposal with its steps. */
export function themeText(theme: ThemeProposalJson, language: Language): string {
  const said = SAID[language];
  const { title, challenge, proposer, referenceManager, lineManager, start, hours, network } = theme;
  const facts: [string, string | undefined][] = [
    [said.state, said.states[theme.state]],
    [said.waits, waitingText(theme, language)],
    [said.type, NETWORK_TYPE_NAMES[theme.type][language]],
    [said.proposer, proposer],
    [said.reference, referenceManager],
    [said.line, lineManager],
    [said.hours, hours && hoursText(hours, language)],
    [said.start, start && moment(start, language)],
    [said.network, network],
    ...Object.entries(theme.characteristics).map(([name, text]): [string, string] => [
      said.characteristics[name as keyof typeof said.characteristics],
      text,
    ]),
  ];
  const rows = facts.flatMap(([name, fact]) => (fact ? [[`  ${name}`, fact]] : []));
  const steps = theme.steps.map((step) => [`  ${moment(step.at, language)}`, stepText(step, language), step.by]);
  return [`${title}\n${challenge}`, table(rows), ...(steps.length > 0 ? [table(steps)] : [])].join("\n\n");
}

function waitingText({ waiting }: ThemeProposalJson, language: Language): string {
  if (!waiting) return "";
  const said = SAID[language];
  const { days, forum } = waiting;
  const next = forum ? `; ${said.up(moment(forum.date, language), forum.proposed)}` : "";
  return `${said.waiting[waiting.for]} (${said.days(days)})${next}`;
}

const hoursText = ({ agreed, days = 0, reason }: NonNullable<ThemeProposalJson["hours"]>, language: Language): string =>
  [agreed ? SAID[language].days(days) : SAID[language].notAgreed, reason].filter(Boolean).join(": ");

function stepText({ kind, data, reason }: ThemeProposalJson["steps"][number], language: Language): string {
  const said = SAID[language];
  const { outcome, agreed, days } = data as { outcome?: "yes" | "no" | "wait"; agreed?: boolean; days?: number };
  const what =
    kind === "decided" && outcome
      ? `${said.steps.decided}: ${said.outcomes[outcome]}`
      : kind === "hours"
        ? `${said.steps.hours}: ${agreed ? said.days(days ?? 0) : said.notAgreed}`
        : said.steps[kind];
  return reason === undefined ? what : `${what} – ${reason}`;
}

const SAID = {
  da: {
    head: ["id", "tema", "type", "tilstand", "venter på"],
    none: "Der er ingen temaforslag.",
    state: "tilstand",
    waits: "venter på",
    type: "type",
    proposer: "foreslået af",
    reference: "referenceleder",
    line: "personaleleder",
    hours: "timer",
    start: "ønsket start",
    network: "netværk",
    states: {
      proposed: "foreslået",
      waiting: "venter",
      accepted: "godkendt",
      refused: "afvist",
      withdrawn: "trukket tilbage",
      starting: "er ved at starte",
      made: "blevet til netværk",
    },
    waiting: { forum: "chefforum", start: "at blive sat i gang" },
    up: (date: string, isUsual: boolean) => `på ved mødet ${date}${isUsual ? " (plejer)" : ""}`,
    days: (days: number) => (days === 1 ? "1 dag" : `${String(days).replace(".", ",")} dage`),
    notAgreed: "ikke aftalt",
    outcomes: { yes: "ja", no: "nej", wait: "vent" },
    steps: {
      decided: "chefforum",
      withdrawn: "trukket tilbage",
      hours: "timer",
      starting: "sat i gang",
      made: "netværket er lavet",
    },
    characteristics: {
      welfare: "bedre velfærd",
      currentChallenge: "aktuel udfordring",
      crossCutting: "på tværs",
      complex: "komplekst",
      newLearning: "ny læring",
      innovation: "anledning til innovation",
      showsValue: "værdi, der kan vises",
    },
  },
  en: {
    head: ["id", "theme", "type", "state", "waits for"],
    none: "There are no theme proposals.",
    state: "state",
    waits: "waits for",
    type: "type",
    proposer: "proposed by",
    reference: "reference manager",
    line: "line manager",
    hours: "hours",
    start: "wished start",
    network: "network",
    states: {
      proposed: "proposed",
      waiting: "waiting",
      accepted: "accepted",
      refused: "refused",
      withdrawn: "withdrawn",
      starting: "being started",
      made: "became a network",
    },
    waiting: { forum: "the forum", start: "being started" },
    up: (date: string, isUsual: boolean) => `up at the meeting on ${date}${isUsual ? " (the usual day)" : ""}`,
    days: (days: number) => (days === 1 ? "1 day" : `${days} days`),
    notAgreed: "not agreed",
    outcomes: { yes: "yes", no: "no", wait: "wait" },
    steps: {
      decided: "the forum",
      withdrawn: "withdrawn",
      hours: "hours",
      starting: "started",
      made: "the network was made",
    },
    characteristics: {
      welfare: "better welfare",
      currentChallenge: "current challenge",
      crossCutting: "cross-cutting",
      complex: "complex",
      newLearning: "new learning",
      innovation: "occasion for innovation",
      showsValue: "value that can be shown",
    },
  },
};
