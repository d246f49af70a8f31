// What `network inspect` says.
import type { Said } from "../failure.ts";
import type { Language } from "../world.ts";

type Words = {
  stood: (seq: number, latest: number, when: string) => string;
  ledgerOnly: string;
  parts: string;
  timers: string;
  undated: (n: number) => string;
  nothing: string;
  events: string;
  effects: string;
  states: string;
  fresh: string;
  gone: string;
  says: string;
  told: string;
  armed: string;
  cancelled: string;
  coming: string;
  off: string;
  same: string;
  follow: string;
  stately: (url: string) => string;
  bridge: (url: string) => string;
  oneWay: () => Said;
  dataAlone: () => Said;
  taken: (port: number, why: string) => Said;
};

const said = (detail: string, hint: string): Said => ({ detail, hint });

const da: Words = {
  stood: (seq, latest, when) => `Efter post ${seq} af ${latest}, ${when}`,
  ledgerOnly: "Motoren svarer ikke, eller den gemmer ikke det tidspunkt længere: her er, hvad historikken ved.",
  parts: "Delene:",
  timers: "Tidsure:",
  undated: (n) => `  ${n} venter på en dato`,
  nothing: "skriver ikke noget",
  events: "Det seneste:",
  effects: "Det ville ske; intet af det er sket.",
  states: "Står anderledes:",
  fresh: "(ny)",
  gone: "(væk)",
  says: "Historikken ville sige:",
  told: "Får besked med det samme:",
  armed: "Tidsure, der bliver sat:",
  cancelled: "Tidsure, der falder væk:",
  coming: "Beskeder, der kommer i stedet:",
  off: "Beskeder, der ikke går mere:",
  same: "  alt ville stå som nu",
  follow: "Følger med. Ctrl+C slutter.",
  stately: (url) => `Taler @statelyai/inspect på ${url} – kun på denne maskine. Ctrl+C slutter.`,
  bridge: (url) => `Taler @xstate/inspect på ${url} – kun på denne maskine. Ctrl+C slutter.`,
  oneWay: () =>
    said(
      "--what-if, --until og --at passer ikke til --follow, --stately og --xstate-inspect.",
      "Spørg om ét ad gangen.",
    ),
  dataAlone: () => said("--data hører til --what-if.", "Skriv også, hvilken handling det er."),
  taken: (port, why) =>
    said(`Der kan ikke lyttes på port ${port}: ${why}`, "Vælg en anden med --port, eller 0 for en ledig."),
};

const en: Words = {
  stood: (seq, latest, when) => `After entry ${seq} of ${latest}, ${when}`,
  ledgerOnly: "The engine does not answer, or keeps that time no longer: here is what the history knows.",
  parts: "Parts:",
  timers: "Timers:",
  undated: (n) => `  ${n} wait for a date`,
  nothing: "writes nothing",
  events: "The latest:",
  effects: "This would happen; nothing of it has.",
  states: "Would stand otherwise:",
  fresh: "(new)",
  gone: "(gone)",
  says: "The history would say:",
  told: "Told at once:",
  armed: "Timers that are set:",
  cancelled: "Timers that fall away:",
  coming: "Messages that come instead:",
  off: "Messages that no longer go:",
  same: "  all would stand as now",
  follow: "Following. Ctrl+C ends it.",
  stately: (url) => `Speaks @statelyai/inspect at ${url} – on this machine alone. Ctrl+C ends it.`,
  bridge: (url) => `Speaks @xstate/inspect at ${url} – on this machine alone. Ctrl+C ends it.`,
  oneWay: () =>
    said(
      "--what-if, --until and --at do not go with --follow, --stately and --xstate-inspect.",
      "Ask for one at a time.",
    ),
  dataAlone: () => said("--data belongs to --what-if.", "Write which action it is, too."),
  taken: (port, why) =>
    said(`Port ${port} cannot be listened on: ${why}`, "Choose another with --port, or 0 for a free one."),
};

export const INSPECT: Record<Language, Words> = { da, en };
