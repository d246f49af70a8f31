// The words that tell kinds of items and roles, and what a draft says of itself.
import type { ItemKind, Text } from "./types.ts";

/** What of a table did not come into the draft: where it stands, what it says, and why. Rows count from 1. */
export type Unread = { row: number; column: string; text: string; why: Text };

const text = (da: string, en: string): Text => ({ da, en });

/** Why something was not read. */
export const why = {
  aboveHead: text("Det står over tabellens hoved.", "It stands above the head of the table."),
  unknownColumn: text("Kolonnen er ikke en, der kendes.", "The column is not one that is known."),
  noHead: text(
    "Ingen række kendes som tabellens hoved: giv kolonnerne navne som uge eller dato, fase, aktivitet, målgruppe og sted.",
    "No row is known as the head of the table: name the columns, such as week or date, phase, activity, audience and place.",
  ),
  noContent: text("Rækken siger ikke, hvad der sker.", "The row does not say what happens."),
  second: text(
    "Rækken har allerede en tid, og de to passer ikke sammen.",
    "The row has a time already, and the two do not go together.",
  ),
  noItem: text(
    "Tiden hænger på et punkt, som ikke er i tabellen, eller på sig selv.",
    "The time hangs on an item that is not in the table, or on itself.",
  ),
};

/** What the draft asks of whoever reads it. */
export const asks = {
  noEnglish: text("Titlen mangler på engelsk.", "The title is missing in English."),
  noDanish: text("Titlen mangler på dansk.", "The title is missing in Danish."),
  rolesUntranslated: text(
    "Rollerne mangler deres navn på det andet sprog.",
    "The roles lack their names in the other language.",
  ),
  spansRows: text(
    "Cellen går over flere rækker; punktet har kun den første rækkes tid.",
    "The cell spans several rows; the item has the time of the first one only.",
  ),
};

/** What the draft adds by itself. */
export const ours = {
  lead: text("Netværkslederen leder; kilden siger det ikke.", "The network lead leads; the source does not say so."),
  phaseSpan: text(
    "Fasen varer fra den første til den sidste af dens rækker.",
    "The phase lasts from the first to the last of its rows.",
  ),
};

export const DESCRIPTION = text("Kladde læst fra en tabel.", "Draft read from a table.");
export const COMMENT = [
  ' Kladde, læst fra en tabel: læs hver linje, før programmet bruges. Det, der ikke kunne læses, er "?" eller et spørgsmål.',
  ' Draft, read from a table: read every line before the programme is used. What could not be read is "?" or a question.',
].join("\n");

/** Whoever begins a line with these is told to do something, whatever else the line names. */
const ORDERS =
  /^(?:planlæg|forbered|find|indbyd|inviter|invitér|indkald|book|bestil|send|skriv|beskriv|aftal|udarbejd|lav|kontakt|plan|prepare|invite|call|order|write|describe|agree|make|draw|contact)$/;

const KINDS: [ItemKind, RegExp][] = [
  ["homework", /^(?:hjemmearbejde\w*|hjemmeopgave\w*|homework)$/],
  ["break", /^\p{L}*(?:pause|pauser|ferie|ferien)$|^(?:break|holiday|holidays|vacation)$/u],
  [
    "meeting",
    /^\p{L}*(?:møde|mødet|møder|workshop|workshops|workshoppen|konference|konferencen|seminar|seminaret)$|^(?:meeting|meetings|conference|kickoff|kick-off)$/u,
  ],
  ["meeting", /^(?:kursus|tema|leder|undervisnings|studie|netværks|opstarts|inspirations|uddannelses)dag(?:en|e)?$/],
  ["decision", /^(?:beslut\p{L}*|godkend\p{L}*|afgør\p{L}*|decision|decide|decides|approve|approves|approval)$/u],
];

/** The kind of an item by the first of its words that tells one; otherwise a task. */
export function kindOf(line: string): ItemKind {
  const words = line.toLowerCase().match(/\p{L}[\p{L}-]*/gu) ?? [];
  if (ORDERS.test(words[0] ?? "")) return "task";
  if (/^(?:\d+\.\s*)?(?:course|theme|teaching|study) day/i.test(line)) return "meeting";
  for (const word of words) {
    const found = KINDS.find(([, form]) => form.test(word));
    if (found) return found[0];
  }
  return "task";
}

/** Of a break: whether work goes on in it, or it is only partial. */
export function extentOf(line: string): "full" | "partial" | "work" {
  if (/\b(?:delvis\p{L}*|partial\p{L}*)/iu.test(line)) return "partial";
  return /\b(?:arbejde|work)\b/i.test(line) ? "work" : "full";
}

type RoleWords = { code: string; title: Text; sample: number; form: RegExp };
const role = (code: string, da: string, en: string, sample: number, form: RegExp): RoleWords => ({
  code,
  title: text(da, en),
  sample,
  form,
});

/** Roles that programmes share, by how tables name them. */
export const ROLES: RoleWords[] = [
  role("networkLead", "netværksleder", "network lead", 1, /^(?:netværksleder\p{L}*|nl|network leads?)$/u),
  role("coDriver", "co-driver", "co-driver", 1, /^co-?drivere?s?$/),
  role("referenceManager", "referenceleder", "reference manager", 1, /^(?:referenceleder\p{L}*|reference managers?)$/u),
  role("lineManager", "personaleleder", "line manager", 1, /^(?:personaleleder\p{L}*|line managers?)$/u),
  role(
    "coreMember",
    "kernedeltager",
    "core member",
    4,
    /^(?:kernegruppe\p{L}*|kernedeltager\p{L}*|core (?:group|members?))$/u,
  ),
  role("participant", "deltager", "participant", 2, /^(?:(?:netværks)?deltager\p{L}*|participants?)$/u),
  role("guest", "gæst", "guest", 1, /^(?:gæst\p{L}*|guests?)$/u),
  role("testHost", "leder fra testområdet", "test host", 1, /^(?:testvært\p{L}*|test hosts?)$/u),
  role("testLead", "tovholder for test", "test lead", 1, /^(?:testleder\p{L}*|test leads?)$/u),
  role("steeringGroup", "styregruppe", "steering group", 2, /^(?:styregruppe\p{L}*|steering group)$/u),
  role("secretariat", "sekretariat", "secretariat", 1, /^(?:sekretariat\p{L}*|secretariat)$/u),
  role("managementForum", "chefforum", "management forum", 1, /^(?:chefforum\p{L}*|management forum)$/u),
  role("leader", "leder", "leader", 1, /^(?:ledere?|lederne|leaders?|managers?)$/),
  role("consultant", "konsulent", "consultant", 2, /^(?:konsulent\p{L}*|consultants?)$/u),
  role("agent", "agent", "agent", 2, /^agent\p{L}*$/u),
  role("citizen", "borger", "citizen", 1, /^(?:borger\p{L}*|citizens?)$/u),
];

export const EVERYONE = /^(?:alle|alle deltagere|alle i netværket|hele netværket|everyone|everybody|all)$/;
