import { usage } from "../failure.ts";
import { dateGiven } from "../given.ts";
import { repeatable } from "../repeat.ts";
import { readGiven, type Given, type Output, type World } from "../world.ts";

/** The new network as the API gives it. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { words } = world;
  const { title, clock, people } = options;
  const start = await dateGiven("--start", options["start"]!, words);
  if (clock !== undefined && !CLOCK.test(clock)) throw usage(words.badClock(clock));
  const csv = people === undefined ? undefined : await readGiven(people, words);
  const client = await world.client();
  const wanted = {
    programme: args[0]!,
    start,
    ...(title !== undefined && { title }),
    ...(clock !== undefined && { clock }),
    ...(csv !== undefined && { people: csv }),
  };
  const made = await repeatable(options["key"], words, (key) => client.createNetwork(wanted, key));
  return { json: made, text: `${words.created(made.id)}\n${words.next(made.id)}` };
}

const CLOCK = /^(real|stepped|scaled:\d+(\.\d+)?)$/;
