// Where the data of triggers holds what people write, found in the shapes themselves; and words of our own put there, to look for.
import { z } from "zod";
import { SHAPES } from "../../machines/trigger-shapes.ts";
import type { TriggerName } from "../../machines/trigger-types.ts";

/** Field by field from the data down; `*` is each of a list or record. */
export type Path = string[];

/** A text is what may be as long as this, see fields.ts: ids and dates are shorter. */
const TEXT = 5_000;

type Schema = {
  maxLength?: number;
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
};

/** The fields of a trigger's data that hold texts. */
export function textFields(type: TriggerName): Path[] {
  const schema = z.toJSONSchema(SHAPES[type], { unrepresentable: "any", io: "input" }) as Schema;
  const found = new Map(pathsIn(schema).map((path) => [path.join("."), path]));
  return [...found.values()];
}

function pathsIn(schema: Schema, at: Path = []): Path[] {
  const { properties = {}, items, additionalProperties: rest, anyOf = [], oneOf = [] } = schema;
  return [
    ...(schema.type === "string" && schema.maxLength === TEXT ? [at] : []),
    ...Object.entries(properties).flatMap(([name, inner]) => pathsIn(inner, [...at, name])),
    ...(items ? pathsIn(items, [...at, "*"]) : []),
    ...(typeof rest === "object" ? pathsIn(rest, [...at, "*"]) : []),
    ...[...anyOf, ...oneOf].flatMap((inner) => pathsIn(inner, at)),
  ];
}

/** The data with `change` done to every text at these paths. */
export function withTexts(data: unknown, paths: Path[], change: (text: string) => string): unknown {
  if (typeof data === "string") return paths.some((path) => path.length === 0) ? change(data) : data;
  if (data === null || typeof data !== "object") return data;
  const inner = (name: string, value: unknown) =>
    withTexts(
      value,
      paths.flatMap(([first, ...rest]) => (first === name || first === "*" ? [rest] : [])),
      change,
    );
  if (Array.isArray(data)) return data.map((value) => inner("*", value));
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, inner(name, value)]));
}
