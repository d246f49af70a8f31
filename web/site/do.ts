// What people do to a network, from any page: a form that names a trigger, and its data by fields whose names say where they go.
import type { At, Sent } from "./at.ts";
import { ownPath, type Fields, type Site } from "./site.tsx";
import { DO_WORDS } from "./do-words.ts";
import { demandUnchanged } from "./meanwhile.tsx";

/** Where a form that does something to a network is sent. */
export const doUrl = (network: string, trigger: string): string =>
  `/networks/${encodeURIComponent(network)}/do/${encodeURIComponent(trigger)}`;

/**
 * Takes such forms. Data stands in fields named `d.` and the path: `d.title`, `d.items.0.minutes:n` (a number), `d.open:b`
 * (true where it is sent), `d.answers:j` (JSON), `d.names:l` (a list, one for each field of that name), `d.lines:t` (a list, one a line).
 * A field `data` holds, as JSON, what no field says. A field that is left empty is left out, and so is a row of a list without any. `to`: the page to go on with. Sent with `see`,
 * nothing is done, and the form says what would follow (see consequences.tsx).
 */
export function addDoing({ form }: Pick<Site, "form">): void {
  form("/networks/:id/do/:trigger", async (at, sent, key) => {
    const { c, api, language } = at;
    const [network, trigger, data] = [c.req.param("id") ?? "", c.req.param("trigger") ?? "", dataOf(sent.sent)];
    return await doOrSee({ api, language }, sent, { network, trigger, data, key });
  });
}

type Asked = { network: string; trigger: string; data: object; key: string };

/** What such a form does, for one whose data is made in another way. */
export async function doOrSee({ api, language }: Pick<At, "api" | "language">, sent: Fields, asked: Asked) {
  const { network, trigger, data, key } = asked;
  await demandUnchanged({ api, language }, network, sent);
  if (sent.text("see") !== "") return { seen: await api.preview(network, trigger, data) };
  const { told } = await api.trigger(network, trigger, data, key);
  const words = DO_WORDS[language];
  const said = [sent.text("said") || words.done, ...(told > 0 ? [words.told(told)] : [])].join(" ");
  return { to: ownPath(sent.text("to") || sent.text("page")), said };
}

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** Data that is nested deeper is nobody's. */
const DEEPEST = 20;
/** What no data is named. */
const UNNAMED = ["__proto__", "constructor", "prototype"];

/** The data that fields say. */
export function dataOf(sent: Sent): { [key: string]: Value } {
  const given = sent.find(([name]) => name === "data")?.[1];
  const base = given === undefined ? {} : parsed(given);
  const root: { [key: string]: Value } = typeof base === "object" && base !== null && !Array.isArray(base) ? base : {};
  for (const [name, raw] of sent) {
    const [, path, kind] = /^d\.([\w.-]+?)(?::([nbjlt]))?$/.exec(name) ?? [];
    if (path === undefined || raw.trim() === "") continue;
    const steps = path.split(".");
    if (steps.length > DEEPEST || steps.some((step) => UNNAMED.includes(step))) continue;
    put(root, steps, valueOf(raw, kind), kind === "l");
  }
  return packed(root) as { [key: string]: Value };
}

function valueOf(raw: string, kind: string | undefined): Value {
  // What is no number stays as it was typed: the API says what is wrong with it.
  if (kind === "n")
    return Number.isNaN(Number(raw.trim().replace(",", "."))) ? raw : Number(raw.trim().replace(",", "."));
  if (kind === "b") return raw !== "false";
  if (kind === "t")
    return raw
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
  if (kind === "j") return parsed(raw);
  return raw.replaceAll("\r\n", "\n").trim();
}

function parsed(raw: string): Value {
  try {
    const value = JSON.parse(raw) as Value;
    return isDeep(value, DEEPEST) ? raw : value;
  } catch {
    return raw;
  }
}

const isDeep = (value: Value, left: number): boolean =>
  typeof value === "object" &&
  value !== null &&
  (left === 0 || Object.values(value).some((one) => isDeep(one, left - 1)));

function put(into: { [key: string]: Value }, [step = "", ...rest]: string[], value: Value, many: boolean): void {
  if (rest.length === 0) {
    const before = into[step];
    into[step] = many ? [...(Array.isArray(before) ? before : []), value] : value;
    return;
  }
  const next = into[step];
  const inner = typeof next === "object" && next !== null && !Array.isArray(next) ? next : {};
  into[step] = inner;
  put(inner, rest, value, many);
}

/** Objects whose keys are all numbers are lists. */
function packed(value: Value): Value {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, packed(inner)] as const);
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key)))
    return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner);
  return Object.fromEntries(entries);
}
