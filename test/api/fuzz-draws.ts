// What anybody may send: addresses, headers and bodies drawn from the API's own description, and from what breaks programs.
import fc from "fast-check";

/** A schema of the description, as far as it is drawn from. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};
export type Schemas = Record<string, Schema>;

/** Words that mean something somewhere, and those that JavaScript itself gives a meaning. */
const WORDS = [
  "m1",
  "i1",
  "b1",
  "svar",
  "design",
  "lead@example.org",
  "participant",
  "innovationsnetvaerk",
  "2027-03-17",
  "2027-03-17T09:00",
  "9999-12-31",
  "0001-01-01",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "../../etc/passwd",
  "..%2f..%2fetc%2fpasswd",
  "'; drop table person; --",
  "${7*7}<script>alert(1)</script>",
  "a\r\nBcc: b@example.org",
  "=cmd|' /C calc'!A0",
];
const unstorable = fc.constantFrom("\u0000", "a\u0000b", "\ud800");
/** Texts that a slow expression would take long over. */
const long = fc.constantFrom(
  "a".repeat(20_000),
  " ".repeat(20_000),
  "1,".repeat(5_000),
  '"'.repeat(9_999),
  "a@".repeat(9_000),
);
export const text = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: unstorable },
  { weight: 1, arbitrary: long },
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);
const number = fc.oneof(
  fc.integer({ min: -2, max: 60 }),
  fc.constantFrom(1e308, -0, 2 ** 53, -(2 ** 63), 0.1, 99_999_999_999),
);
const anything = fc.oneof(text, number, fc.boolean(), fc.constant(null), fc.jsonValue({ maxDepth: 2 }));

const polluting = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as object;

/** Values that fit a schema for the most part; at any place something else may stand. */
export function fitting(schema: Schema | undefined, schemas: Schemas, depth = 0): fc.Arbitrary<unknown> {
  const one = schema?.$ref ? schemas[schema.$ref.split("/").at(-1)!] : schema;
  if (one === undefined || depth > 6) return anything;
  return fc.oneof({ weight: 24, arbitrary: shaped(one, schemas, depth) }, { weight: 1, arbitrary: anything });
}

function shaped(schema: Schema, schemas: Schemas, depth: number): fc.Arbitrary<unknown> {
  const below = (one: Schema) => fitting(one, schemas, depth + 1);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const ways = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (ways && ways.length > 0) return fc.oneof(...ways.map(below));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "array") return fc.array(below(schema.items ?? {}), { maxLength: 4 });
  if (type === "boolean") return fc.boolean();
  if (type === "integer" || type === "number") return number;
  if (type === "string") return text;
  if (type !== "object") return anything;
  const fields = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, of]) => [name, below(of)]));
  const requiredKeys = (schema.required ?? []).filter((name) => name in fields);
  const whole = fc.record(fields, { requiredKeys });
  return fc.oneof(
    { weight: 6, arbitrary: whole },
    { weight: 1, arbitrary: whole.map((value) => ({ ...value, unheardOf: 1 })) },
    { weight: 1, arbitrary: fc.constant(polluting) },
  );
}

/** Bodies as they are sent that no program of ours would send. */
const raw = fc.oneof(
  fc.constantFrom(
    "",
    "null",
    "[".repeat(20_000),
    `${"[".repeat(3_000)}${"]".repeat(3_000)}`,
    `${'{"a":'.repeat(3_000)}1${"}".repeat(3_000)}`,
    '{"type":"addIdea","type":"openPhase","data":{},"data":{"phase":"design"}}',
    '{"type":1e400,"data":-1e400}',
    '{"type":"addIdea","data":{"title":"\\u0000","text":"\\ud800"}}',
    '{"type":"__proto__","data":{"__proto__":{"polluted":true}}}',
    '\ufeff{"type":"addIdea"}',
    `{"text":"${"x".repeat(1_100_000)}"}`,
    '--x\r\nContent-Disposition: form-data; name="file"; filename="../../a.txt"\r\n\r\nHej\r\n--x--\r\n',
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
);

/** A body for a route that takes one of this schema. */
export const bodyFor = (schema: Schema | undefined, schemas: Schemas): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fitting(schema, schemas).map((value) => JSON.stringify(value) ?? "") },
    { weight: 2, arbitrary: raw },
  );

/** What may stand in a header: the letters of Latin-1. */
const latin = fc.string({
  unit: fc
    .integer({ min: 0x20, max: 0xff })
    .filter((c) => c !== 0x7f)
    .map((c) => String.fromCharCode(c)),
  maxLength: 30,
});
const or = (...usual: string[]) => fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...usual) }, latin);
export const headers = fc.record(
  {
    "content-type": or(
      "text/plain",
      "application/json;charset=x",
      "application/json; charset=utf-16",
      "application/octet-stream",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "multipart/form-data; boundary=x",
    ),
    "accept-language": or("en", "da", "en;q=x", "*", `${"da,".repeat(2_000)}en`),
    "idempotency-key": or("a", "a", "x".repeat(201), "__proto__", ""),
    accept: or("*/*", "text/html", "application/problem+json"),
    "content-length": or("0", "-1", "99999999999"),
    "x-forwarded-for": or("10.0.0.1", "::1, a, b"),
    traceparent: or("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "00-0-0-0"),
    range: or("bytes=0-", "bytes=-1"),
    "if-none-match": or("*", '"x"'),
  },
  { requiredKeys: [] },
);

/** The query of a route that has these names, sometimes twice, with others beside them. */
export const queryOf = (names: string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...names, "format", "__proto__", "lang"),
        fc.oneof(text, number.map(String), fc.constantFrom("csv", "ics", "html", "json")),
      ),
      { maxLength: 4 },
    )
    .map((pairs) =>
      new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, storable(value)])).toString(),
    )
    .map((query) => (query === "" ? "" : `?${query}`.slice(0, 4_000).replace(/%\w?$/, "")));

/** A part of an address: half a surrogate pair cannot stand in one. */
export const inPath = text.map((one) => encodeURIComponent(storable(one).slice(0, 500)) || "-");

const storable = (value: string) => value.replaceAll(/\p{Cs}/gu, "?");
