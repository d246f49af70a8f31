// A process of its own with the store of a folder open: writes rows until it is killed, or says what memory opening cost.
import { setImmediate } from "node:timers/promises";
import { openStore } from "../../store/open.ts";
import { givenNetwork, written } from "./given.ts";

const [folder = "", task = ""] = process.argv.slice(2);
const store = await openStore({ folder });
if (task === "memory") {
  process.stdout.write(`${process.resourceUsage().maxRSS}\n`);
  await store.close();
} else {
  const network = await givenNetwork(store);
  process.stdout.write(`${network}\n`);
  // Each line is an acknowledgement: what it says must be there, whatever happens next.
  for (;;) {
    const { rows } = await written(store, network, [{}, {}]);
    await setImmediate();
    process.stdout.write(`${rows.at(-1)?.seq}\n`);
  }
}
