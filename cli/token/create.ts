import { repeatable } from "../repeat.ts";
import type { Given, Output, World } from "../world.ts";

/** `{ token, person }`. */
export async function run({ client: connect, words }: World, { args, options }: Given): Promise<Output> {
  const client = await connect();
  const made = await repeatable(options["key"], words, (key) => client.createToken(args[0]!, options["person"]!, key));
  return { json: made, text: `${words.tokenFor(made.person)}\n${made.token}` };
}
