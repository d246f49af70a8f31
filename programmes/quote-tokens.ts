// The words of a date phrase, one by one: numbers, words and signs, however the source was typed.

export type Token = {
  kind: "number" | "word" | "sign";
  /** In lower case; every kind of dash is `-`, every kind of apostrophe `'`. */
  text: string;
  /** As the source has it. */
  raw: string;
  /** There is white space before it. */
  gap: boolean;
};

/** The source's own words on one line: white space of any kind is a space, what cannot be seen is gone. */
export function wordsOf(text: string): string {
  return text
    .normalize("NFC")
    .replace(/&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);/gi, " ")
    .replace(/&[nm]dash;/gi, "–")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The tokens of such a line. `uge10` and `25th` are two each, `E5` and `W17` one. */
export function tokensOf(line: string): Token[] {
  return [...line.matchAll(/(\s*)(\d+|\p{L}{3,}|\p{L}[\p{L}\d]*|[^\s])/gu)].map(([, space, raw = ""]) => {
    const text = plain(raw.toLowerCase());
    return { kind: kindOf(text), text, raw, gap: space !== "" };
  });
}

function kindOf(text: string): Token["kind"] {
  if (/^\d/.test(text)) return "number";
  return /^\p{L}/u.test(text) ? "word" : "sign";
}

const plain = (sign: string): string =>
  sign.replace(/^[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/, "-").replace(/^[\u2018\u2019\u00b4\u0060]$/, "'");
