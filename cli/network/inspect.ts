import type { FremdriftClient, InspectionJson, MoveJson, WhatIfJson } from "../../api/client.ts";
import { Failure, usage } from "../failure.ts";
import { numberGiven } from "../given.ts";
import { moment, table } from "../layout.ts";
import type { Given, Language, Output, World } from "../world.ts";
import { movesOf } from "./inspect-moves.ts";
import type { Inspecting } from "./inspect-stately.ts";
import { INSPECT } from "./inspect-words.ts";
import { dataOf } from "./trigger.ts";

/** How the machines of a network stand, stood at `--at`, or would stand; what moves them, with `--follow` and for inspectors. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { language, words } = world;
  const { at, until, whatIf: type, data, port = "0" }: Record<string, string | undefined> = options;
  const lasting = (["follow", "stately", "xstateInspect"] as const).filter((name) => options[name] !== undefined);
  const asks = type !== undefined || until !== undefined;
  if (lasting.length > 1 || (lasting.length > 0 && (asks || at !== undefined))) throw usage(INSPECT[language].oneWay());
  if (data !== undefined && type === undefined) throw usage(INSPECT[language].dataAlone());
  const asked = {
    ...(type !== undefined && { type, data: dataOf(data, words) }),
    ...(until !== undefined && { until }),
  };
  const listenAt = numberGiven("--port", port, words);
  const [client, id] = [await world.client(), args[0]!];
  if (asks) {
    const effects = await client.whatIf(id, { ...asked, ...(at !== undefined && { at }) } as { until?: string });
    return { json: effects, text: effectsText(effects, language) };
  }
  if (lasting[0] !== undefined) return await lastingly(world, { client, id, way: lasting[0], port: listenAt });
  const found = await client.inspection(id, at);
  return { json: found, text: standsText(found, language) };
}

function standsText(found: InspectionJson, language: Language): string {
  const words = INSPECT[language];
  const [root, ...parts] = found.actors;
  const dated = found.timers.filter((timer) => timer.at !== undefined);
  const undated = found.timers.length - dated.length;
  return [
    [found.title, found.machine].filter(Boolean).join(" · "),
    words.stood(found.seq, found.latest, moment(found.at, language)),
    ...(found.source === "ledger" ? [words.ledgerOnly] : []),
    ...(root?.states ?? []).map((state) => `  ${state}`),
    "",
    words.parts,
    indented(table(parts.map(({ id, title, states, status }) => [id, states.join(", ") || status, title]))),
    "",
    words.timers,
    indented(
      table(dated.map(({ at, title, does }) => [moment(at!, language), title, does.join("; ") || words.nothing])),
    ),
    ...(undated > 0 ? [words.undated(undated)] : []),
    "",
    words.events,
    indented(
      table(found.events.map(({ seq, at, trigger, text }) => [String(seq), moment(at, language), text, trigger ?? ""])),
    ),
  ].join("\n");
}

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, "  ");

function effectsText(effects: WhatIfJson, language: Language): string {
  const words = INSPECT[language];
  const list = (title: string, lines: string[]) =>
    lines.length > 0 ? ["", title, ...lines.map((one) => `  ${one}`)] : [];
  const timer = ({ at, title }: { at?: string | undefined; title: string }) =>
    `${at === undefined ? "" : moment(at, language)}  ${title}`;
  const changed = effects.actors.map(({ id, before, after }) => {
    const [was, is] = [before?.states ?? [], after?.states ?? []];
    const only = (own: string[], others: string[]) => own.filter((one) => !others.includes(one)).join(", ");
    return `${id}: ${before ? only(was, is) : words.fresh} → ${after ? only(is, was) : words.gone}`;
  });
  return [
    words.effects,
    "",
    words.states,
    ...(changed.length > 0 ? changed.map((one) => `  ${one}`) : [words.same]),
    ...list(words.says, effects.says),
    ...list(
      words.told,
      effects.told.map(({ title, to }) => `${title}: ${to.join(", ")}`),
    ),
    ...list(words.armed, effects.armed.map(timer)),
    ...list(words.cancelled, effects.cancelled.map(timer)),
    ...list(words.coming, effects.coming.map(timer)),
    ...list(words.off, effects.gone.map(timer)),
  ].join("\n");
}

type Way = "follow" | "stately" | "xstateInspect";
type Lasting = { client: FremdriftClient; id: string; way: Way; port: number };

/** Goes on until it is told to end. */
async function lastingly(world: World, { client, id, way, port }: Lasting): Promise<Output> {
  const ending = new AbortController();
  const end = () => ending.abort();
  process.once("SIGINT", end).once("SIGTERM", end);
  const place = way === "follow" ? undefined : await listened(world, { client, id, way, port });
  const words = INSPECT[world.language];
  if (!place) world.say(words.follow);
  else world.say(words[way === "stately" ? "stately" : "bridge"](`ws://127.0.0.1:${place.port}`));
  let moves = 0;
  try {
    for await (const move of movesOf(client, id, { signal: ending.signal })) {
      moves += 1;
      if (place) place.tell(move);
      else world.tell(lineOf(move, world.language));
    }
  } finally {
    place?.close();
    process.removeListener("SIGINT", end).removeListener("SIGTERM", end);
  }
  return { json: { moves }, text: "" };
}

async function listened({ language }: World, { client, id, way, port }: Lasting): Promise<Inspecting> {
  const { compile } = await import("../../machines/network/compile.ts");
  const machines = compile(await client.plan(id));
  try {
    if (way === "stately") return await (await import("./inspect-stately.ts")).serveStately(machines, port);
    return await (await import("./inspect-bridge.ts")).serveBridge(machines, port);
  } catch (error) {
    throw new Failure("port", INSPECT[language].taken(port, (error as Error).message));
  }
}

/** What moved the machines, and which stand otherwise. */
function lineOf({ at, event, actors }: MoveJson, language: Language): string {
  const { trigger, type, by } = event as { trigger?: string; type: string; by?: string };
  const who = by === undefined ? "" : ` (${by})`;
  return `${moment(at, language)}  ${trigger ?? type}${who}  ${actors.map(({ id }) => id).join(", ")}`;
}
