// What is wrong with the YAML of a file, in words that somebody who does not write YAML every day can use.
import type { Text } from "./types.ts";

type Said = { message: Text; hint: Text };

const say = (da: string, en: string): Text => ({ da, en });
const QUOTE = say(
  "Ret linjen. Sæt tekst med kolon i anførselstegn.",
  "Correct the line. Put text that has a colon in quotes.",
);

/** By the code of the library that reads YAML: what it means, and what to do. */
const WORDS: Record<string, Said> = {
  TAB_AS_INDENT: {
    message: say("Linjen er rykket ind med tabulator.", "The line is indented with a tab."),
    hint: say("Indryk med mellemrum i stedet for tabulator.", "Indent with spaces instead of tabs."),
  },
  BAD_INDENT: {
    message: say(
      "Linjen er ikke rykket ind som dem, den hører sammen med.",
      "The line is not indented as those it belongs with.",
    ),
    hint: say(
      "Ryk den lige så langt ind som de andre på samme sted; luk også [ med ] og { med }.",
      "Indent it as far as the others of its place; close [ by ] and { by }, too.",
    ),
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: say("Der står to nøgler med værdi på én linje.", "There are two keys with values on one line."),
    hint: QUOTE,
  },
  MULTILINE_IMPLICIT_KEY: {
    message: say(
      "En nøgle mangler sit kolon, eller mellemrummet efter det.",
      "A key lacks its colon, or the space after it.",
    ),
    hint: say(
      "Skriv nøgle, kolon, mellemrum og værdi: «kind: task».",
      'Write key, colon, space and value: "kind: task".',
    ),
  },
  MISSING_CHAR: {
    message: say(
      "Et tegn mangler: kolon, komma, anførselstegn, ] eller }.",
      "A character is missing: colon, comma, quote, ] or }.",
    ),
    hint: say(
      'Skriv det, der mangler; hver [, { og " skal lukkes.',
      'Write what is missing; each [, { and " must be closed.',
    ),
  },
  BAD_SCALAR_START: {
    message: say(
      "En tekst begynder med et tegn, som YAML bruger til andet.",
      "A text begins with a character that YAML uses otherwise.",
    ),
    hint: say("Sæt teksten i anførselstegn.", "Put the text in quotes."),
  },
  BAD_DQ_ESCAPE: {
    message: say("Der står en omvendt skråstreg i en tekst.", "There is a backslash in a text."),
    hint: say("Skriv den to gange, eller brug enkelte anførselstegn.", "Write it twice, or use single quotes."),
  },
  BAD_ALIAS: {
    message: say(
      "Et navn med stjerne (*) peger på noget, der ikke er der.",
      "A name with an asterisk (*) points at nothing.",
    ),
    hint: say(
      "Skriv et & med samme navn, hvor det stammer fra, eller sæt teksten i anførselstegn.",
      "Write & and the same name where it comes from, or put the text in quotes.",
    ),
  },
  MULTIPLE_DOCS: {
    message: say("Filen har flere dele, delt af ---.", "The file has several parts, divided by ---."),
    hint: say("Skriv ét program i hver fil.", "Write one programme in each file."),
  },
};

/** What is said of an error of the library: in our words where we have some, else its own beside what to do. */
export function wordsOfYaml(code: string, said: string): Said {
  const known = WORDS[code];
  const message = known?.message ?? say(`Linjen kan ikke læses (${said}).`, `The line cannot be read (${said}).`);
  return {
    message: say(`Filen er ikke gyldig YAML: ${message.da}`, `The file is not valid YAML: ${message.en}`),
    hint: known?.hint ?? QUOTE,
  };
}
