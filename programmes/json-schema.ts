// The shape of a programme file as JSON Schema, for editors: from the schema that reads it, with a word on each key.
import { z } from "zod";
import { MERGED, OWN } from "./method.ts";
import type { Language } from "./problem.ts";
import { fileSchema } from "./schema.ts";
import { SCHEMA_WORDS } from "./schema-words.ts";
import type { Text } from "./types.ts";

type Node = z.core.JSONSchema.JSONSchema;

/** Parts that every programme is given some of: an entry there may build on one that the file does not show. */
const GIVEN = ["roles", "rights", "reminders"];

const TITLES: Record<"programme" | "method", Text> = {
  programme: { da: "Et program i Fremdrift", en: "A programme of Fremdrift" },
  method: { da: "En metode i Fremdrift", en: "A method of Fremdrift" },
};

/**
 * JSON Schema (draft 2020-12) of a programme or method file as it is written, before its method is laid under it: what a method
 * may give is not required. It has the shapes only; what names something that is not there, the lint finds.
 */
export function jsonSchemaOf(of: "programme" | "method", language: Language): Node {
  const { $schema, $defs = {}, ...root } = z.toJSONSchema(fileSchema, { io: "input" }) as Node;
  const entries = entriesOf(root);
  const whole = of === "programme" ? { ...root, ...withoutMethod(entries, $defs) } : root;
  const all = Object.entries({ ...$defs, Programme: { ...whole, required: ownOf(of, root.required ?? []) } });
  const loose = new Set(entries.map(([, def]) => def));
  const done = Object.fromEntries(
    all.map(([name, node]) => [name, worded(name, loose.has(name) ? optional(node) : node, language)]),
  );
  const { Programme: programme, ...defs } = done;
  return { $schema: $schema!, title: TITLES[of][language], ...programme, $defs: defs };
}

/** What a file says of itself only, as far as it must. */
function ownOf(of: "programme" | "method", required: string[]): string[] {
  const must = required.filter((key) => OWN.includes(key));
  return of === "programme" ? must : must.filter((key) => key === "id" || key === "title");
}

/** The parts that a method gives entries of, and the definition of such an entry. */
function entriesOf({ properties = {} }: Node): [part: string, def: string][] {
  return MERGED.flatMap((part): [string, string][] => {
    const node = properties[part];
    const entry = typeof node === "object" ? node.additionalProperties : undefined;
    const ref = typeof entry === "object" ? entry.$ref : undefined;
    return ref === undefined ? [] : [[part, ref.replace("#/$defs/", "")]];
  });
}

/** Without a method, what its entries would have given must be in the file. */
function withoutMethod(entries: [string, string][], defs: NonNullable<Node["$defs"]>): Node {
  const properties = entries
    .filter(([part]) => !GIVEN.includes(part))
    .map(([part, def]) => [part, { additionalProperties: { required: defs[def]?.required ?? [] } }] as const);
  return { if: { required: ["method"] }, else: { properties: Object.fromEntries(properties) } };
}

function optional({ required: _, ...node }: Node): Node {
  return node;
}

/** The node with what its keys are for. Several ways to write one thing have them in one of the ways. */
function worded(name: string, node: Node, language: Language): Node {
  if (node.anyOf) return { ...node, anyOf: node.anyOf.map((one) => worded(name, one as Node, language)) };
  if (!node.properties) return node;
  const properties = Object.entries(node.properties).map(([key, value]) => {
    const description = SCHEMA_WORDS[name]?.[key]?.[language];
    return [key, description === undefined ? value : { description, ...(value as Node) }] as const;
  });
  return { ...node, properties: Object.fromEntries(properties) };
}
