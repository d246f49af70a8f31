import type { FremdriftClient, MadeJson } from "../../api/client.ts";
import { conflictText } from "../conflict.ts";
import { usage } from "../failure.ts";
import { dateGiven } from "../given.ts";
import { moment } from "../layout.ts";
import { repeatable } from "../repeat.ts";
import { readGiven, type Given, type Output, type World } from "../world.ts";

/** The new network as the API gives it; of one from an earlier network, with the days that do not fit as `conflicts`. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { words } = world;
  const { clock } = options;
  const source = await sourceOf(args[0], options, world);
  const start = await dateGiven("--start", options["start"]!, words);
  if (clock !== undefined && !CLOCK.test(clock)) throw usage(words.badClock(clock));
  const csv = options["people"] === undefined ? undefined : await readGiven(options["people"], words);
  const client = await world.client();
  const common: Common = {
    start,
    ...(options["title"] !== undefined && { title: options["title"] }),
    ...(clock !== undefined && { clock }),
    ...(csv !== undefined && { people: csv }),
  };
  const made = await repeatable(options["key"], words, (key) => ask(client, source, common, key));
  for (const conflict of made.conflicts ?? []) world.say(lineOf(conflict, world));
  return { json: made, text: `${words.created(made.id)}\n${words.next(made.id)}` };
}

type Common = { start: string; title?: string; clock?: string; people?: string };
type Source = { programme: string } | { file: string } | { from: string; withPeople?: true; keepWeekdays?: true };

/** What it is made from: a programme, or an earlier network. Throws a usage Failure where it is neither or both. */
async function sourceOf(programme: string | undefined, options: Given["options"], { words }: World): Promise<Source> {
  const { from } = options;
  const { withPeople, keepWeekdays } = options;
  if ((programme === undefined) === (from === undefined)) throw usage(words.programmeOrFrom());
  if (programme !== undefined) {
    if (withPeople ?? keepWeekdays) throw usage(words.onlyWithFrom());
    return FILE.test(programme) ? { file: await readGiven(programme, words) } : { programme };
  }
  return {
    from: from!,
    ...(withPeople !== undefined && { withPeople: true as const }),
    ...(keepWeekdays !== undefined && { keepWeekdays: true as const }),
  };
}

const ask = (client: FremdriftClient, source: Source, common: Common, key: string): Promise<MadeJson> =>
  "from" in source
    ? client.cloneNetwork({ ...source, ...common }, key)
    : client.createNetwork({ ...source, ...common }, key);

function lineOf(conflict: NonNullable<MadeJson["conflicts"]>[number], { language }: World): string {
  const { id, session, date, why, with: other, proposal } = conflict;
  const known = {
    id,
    date,
    why,
    ...(other !== undefined && { with: other }),
    ...(proposal !== undefined && { proposal }),
  };
  return `${session === undefined ? id : `${id}.${session}`}: ${conflictText(known, (day) => moment(day, language), language)}`;
}

/** No id has a dot or a slash in it. */
const FILE = /[./\\]/;
const CLOCK = /^(real|stepped|scaled:\d+(\.\d+)?)$/;
