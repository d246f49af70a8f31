import { table } from "../layout.ts";
import type { Output, World } from "../world.ts";

/** Networks as the API gives them. */
export async function run({ client, words }: World): Promise<Output> {
  const networks = await (await client()).networks();
  const { id, title, programme, start, clock, state } = words.columns;
  const rows = networks.map((one) => [
    one.id,
    one.title,
    one.programme,
    one.start,
    one.clock,
    one.ended ? words.ended : words.running,
  ]);
  return {
    json: networks,
    text: rows.length > 0 ? table(rows, [id, title, programme, start, clock, state]) : words.noNetworks,
  };
}
