// What people, scripts and strangers put in addresses and forms that nobody meant to be there.

export const SCRIPT = "<script>alert(1)</script>";
export const IMAGE = `"><img src=x onerror=alert(1)>`;
/** A page that shows one of these as it was sent would run it. */
export const RUNS = /<script>alert|<img src=x/;

const TEXTS: [name: string, text: string][] = [
  ["a script", SCRIPT],
  ["an attribute's end", IMAGE],
  ["marks of direction", "\u202Eגנב\u200F\u2066x"],
  ["emoji", "👩🏽‍🚒🇩🇰"],
  ["a NUL", "a\u0000b"],
  ["a long number", "9".repeat(400)],
  ["beyond numbers", "1e999"],
  ["a year far away", "+275760-09-13T00:00"],
  ["dots", ".."],
  ["a word of JavaScript", "constructor"],
];

/** Every name that a field has somewhere. */
const NAMES =
  "about abstain agreed anyway audience authors challenge choice choices clock closes days digest dots.i1 email end " +
  "extent feed from fuzzy go guests hours.0 ideas item language line.0.days method name organisation other outcome " +
  "owner page.0 pair people person perspective place.i1 points present programme reason role secret session " +
  "source start startTime text theme themes title to token trigger until what.0 words d.about d.amount:n d.answer " +
  "d.audience:l d.ballot d.capacity:n d.date d.days:n d.due d.email d.idea d.item d.minutes:n d.name d.options:t " +
  "d.person d.phase d.points.0.title d.points.0.minutes:n d.question d.reason d.role d.session d.text d.title d.to d.url";

export type Body = { name: string; body: string; type?: string };

const FORM = "application/x-www-form-urlencoded";
const fields = (more: [string, string][], value: string) =>
  new URLSearchParams([
    ...more,
    ...NAMES.split(" ").map((name): [string, string] => [name, value]),
    ...["form", "said"].map((name): [string, string] => [name, value]),
  ]).toString();

/** Bodies that a form's address may get; `page`: where the form would come from. */
export function hostileBodies(page: string): Body[] {
  const from: [string, string][] = [["page", page]];
  const one = (name: string, more: Record<string, string>): Body => ({
    name,
    body: new URLSearchParams({ page, ...more }).toString(),
  });
  const deep = (n: number) => `${'{"a":'.repeat(n)}1${"}".repeat(n)}`;
  return [
    { name: "nothing", body: "" },
    ...TEXTS.map(([name, text]) => ({ name, body: fields(from, text) })),
    { name: "empty fields", body: fields(from, "") },
    { name: "half a character", body: `page=${encodeURIComponent(page)}&title=%ED%A0%80&d.title=%F0%9F&text=%` },
    one("half a character in JSON", { data: '{"title":"\\ud800","item":"\\udfff"}', "d.items:j": '["\\ud800"]' }),
    one("JSON that is no object", { data: "[1,2" }),
    one("a prototype", {
      data: '{"__proto__":{"title":"x"},"constructor":1}',
      "d.__proto__.title": "x",
      "d.a.constructor.b": "x",
    }),
    one("rows of rows", { "d.a.0.b": "x", "d.a.x": "y", "d.a": "z", "d.0.0.0": "1", "d.a.99999999.b": "x" }),
    one("deep names", { [`d.${"a.".repeat(40_000)}b`]: "x" }),
    one("deep JSON", { data: deep(4_000), "d.x:j": `${"[".repeat(10_000)}${"]".repeat(10_000)}` }),
    one("a key that is none", { key: "æ 😀\u0000\r\nx: y", title: "x", text: "x", "d.title": "x" }),
    one("a long key", { key: "k".repeat(5_000), title: "x", text: "x", "d.title": "x" }),
    ...["//evil.example", "/\\evil.example", "/😀\u0000", "/overview.csv", "/sign-in", "/findes-ikke"].map((where) =>
      one(`a page that is none: ${where}`, { page: where, to: where, form: "x", title: SCRIPT, text: IMAGE }),
    ),
    { name: "JSON for a form", body: `{"title":"${SCRIPT}"}`, type: "application/json" },
    { name: "text for a form", body: SCRIPT, type: "text/plain" },
    {
      name: "parts without an end",
      body: `--x\r\ncontent-disposition: form-data; name="title"`,
      type: "multipart/form-data; boundary=x",
    },
    { name: "as much as fits", body: fields([...from, ["text", "æ".repeat(20_000)]], "x") },
    { name: "too much", body: `title=${"x".repeat(1_000_000)}` },
  ].map(({ type = FORM, ...rest }: Body) => ({ ...rest, type }));
}

/** What may stand in an address in place of a name. */
export const PLACES = [
  "-",
  "..%2F..",
  "%00",
  "%E6",
  "%ED%A0%80",
  encodeURIComponent(IMAGE),
  "__proto__",
  "x".repeat(3_000),
];

export const QUERIES = [
  "",
  "draft=..",
  "draft=.",
  "draft=%00",
  "lang=xx&lang=en",
  "kept&choose=%E6&done",
  "%=%&=&[]=1&__proto__=1",
  `edit=${encodeURIComponent(SCRIPT)}&theme=${encodeURIComponent(IMAGE)}&q=${encodeURIComponent(SCRIPT)}&for=${encodeURIComponent(IMAGE)}`,
  `by=constructor&show=__proto__&sort=toString&month=9999-99&after=-1&limit=1e999&page=${"9".repeat(300)}&back=//evil.example`,
  `q=${"x".repeat(5_000)}`,
];
