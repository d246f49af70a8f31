// What the schema finds, said so that a person can correct the file.
import type { z } from "zod";
import { idsIn } from "./method.ts";
import { nearest } from "./problem.ts";
import type { Finding, Path } from "./problem.ts";
import { unknownWord } from "./source.ts";

/** The findings of one issue of the schema; `method` is the one laid under, whose ids a misspelt one is compared with. */
export function findingsOf(issue: z.core.$ZodIssue, method: unknown): Finding[] {
  const path = issue.path.map(String);
  const misspelt = misspeltId(issue, path, method);
  if (misspelt) return [misspelt];
  // Problems of a key are reported on the map that holds it.
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) =>
      unknownWord({ da: "nøgle", en: "key" }, key, issue.message.split(" "), [...path, key]),
    );
  if (issue.code === "invalid_value" && typeof issue.input === "string")
    return [unknownWord(VALUE, issue.input, issue.values.map(String), path)];
  if (issue.code === "invalid_union" && issue.input !== undefined) return ofUnion(issue, path, method);
  return [shape(issue, path)];
}

const VALUE = { da: "værdi", en: "value" };

/** What may be written in several ways: what is wrong with the way that was chosen, else which ways there are. */
function ofUnion(issue: z.core.$ZodIssueInvalidUnion, path: string[], method: unknown): Finding[] {
  const isOther = ({ code, path }: z.core.$ZodIssue) =>
    path.length === 0 && (code === "invalid_type" || code === "invalid_value");
  const chosen = issue.errors.find((issues) => !issues.some(isOther));
  if (chosen) return chosen.flatMap((one) => findingsOf({ ...one, path: [...issue.path, ...one.path] }, method));
  const ways = issue.errors.flat();
  const literals = ways.flatMap((one) => (one.code === "invalid_value" ? one.values.map(String) : []));
  if (typeof issue.input === "string" && nearest(issue.input, literals) !== undefined)
    return [unknownWord(VALUE, issue.input, literals, path)];
  const hints = ways.flatMap((one) => (one.code === "invalid_type" ? expected(one) : []));
  const list = (or: string) => literals.map((literal) => `"${literal}"`).join(or);
  const said = {
    da: [...hints.map(({ da }) => da), ...(literals.length > 0 ? [`Eller skriv ${list(" eller ")}.`] : [])],
    en: [...hints.map(({ en }) => en), ...(literals.length > 0 ? [`Or write ${list(" or ")}.`] : [])],
  };
  return [{ ...shape(issue, path), hint: { da: said.da.join(" "), en: said.en.join(" ") } }];
}

/** What a part lacks says nothing where its id is a slip for one that the method has. */
function misspeltId(issue: z.core.$ZodIssue, path: string[], method: unknown): Finding | undefined {
  const [part = "", id = ""] = path;
  const known = idsIn(method, part);
  if (path.length !== 3 || issue.code === "custom" || issue.input !== undefined || known.includes(id)) return undefined;
  return nearest(id, known) === undefined ? undefined : unknownWord({ da: "nøgle", en: "key" }, id, known, [part, id]);
}

function shape(issue: z.core.$ZodIssue, path: Path): Finding {
  const where = path.join(".") || "programme";
  const base = { path: path.join("."), at: path };
  if (issue.code !== "custom" && issue.input === undefined) return { ...base, ...missing(where, String(path.at(-1))) };
  const said = issue.code === "custom" ? issue.params : undefined;
  return {
    ...base,
    code: "shape",
    message: {
      da: `${where} ${said?.["da"] ?? "har ikke den rigtige form"}.`,
      en: `${where} ${said?.["en"] ?? "is not of the right form"}.`,
    },
    hint: (said?.["hint"] as Finding["hint"] | undefined) ?? expected(issue),
  };
}

function missing(where: string, key: string): Pick<Finding, "code" | "message" | "hint"> {
  const open = key === "when" || key === "audience";
  return {
    code: "missing",
    message: { da: `${where} mangler.`, en: `${where} is missing.` },
    hint: open
      ? {
          da: `Skriv ${key}, eller ${key}: "?", hvor kilden intet siger.`,
          en: `Write ${key}, or ${key}: "?" where the source says nothing.`,
        }
      : { da: `Skriv ${key} med sin værdi.`, en: `Write ${key} with its value.` },
  };
}

const KINDS: Record<string, Finding["hint"]> = {
  string: { da: "Skriv en tekst, om nødvendigt i anførselstegn.", en: "Write a text, in quotes if need be." },
  int: { da: "Skriv et helt tal.", en: "Write a whole number." },
  number: { da: "Skriv et tal.", en: "Write a number." },
  boolean: { da: "Skriv true eller false.", en: "Write true or false." },
  array: { da: "Skriv en liste: [a, b].", en: "Write a list: [a, b]." },
  tuple: {
    da: "Skriv to i en liste, for eksempel [10, 12] eller [m1, m2].",
    en: "Write two in a list, for example [10, 12] or [m1, m2].",
  },
};

const TEXT: Finding["hint"] = {
  da: "Skriv den på begge sprog: { da: …, en: … }.",
  en: "Write it in both languages: { da: …, en: … }.",
};
/** Lists of texts. */
const TEXTS = ["questions", "ours", "asks", "success"];

function isText({ path, expected }: z.core.$ZodIssueInvalidType): boolean {
  const [key, list] = [path.at(-1), path.at(-2)].map(String);
  return expected === "object" && (TEXTS.includes(list ?? "") || key === "title" || key === "description");
}

/** What would have been of the right form. */
function expected(issue: z.core.$ZodIssue): Finding["hint"] {
  switch (issue.code) {
    case "invalid_type":
      if (isText(issue)) return TEXT;
      return (
        KINDS[issue.expected] ?? { da: "Skriv nøgler med værdier under den.", en: "Write keys with values below it." }
      );
    case "too_small":
      if (issue.origin === "string") return KINDS["string"]!;
      if (issue.origin === "array") return KINDS["array"]!;
      return { da: `Skriv mindst ${issue.minimum}.`, en: `Write at least ${issue.minimum}.` };
    case "too_big":
      return { da: `Skriv højst ${issue.maximum}.`, en: `Write at most ${issue.maximum}.` };
    case "invalid_key":
    case "invalid_format":
      return {
        da: 'Brug bogstaver, tal og bindestreg, begyndende med et bogstav; et klokkeslæt skrives "09:00".',
        en: 'Use letters, digits and hyphens, beginning with a letter; a time is written "09:00".',
      };
    default:
      return {
        da: "Se opslaget i docs/programmes.md.",
        en: "See the reference in docs/programmes.md.",
      };
  }
}
