// `npm start`: everything on one machine, in the foreground, until it is told to end.
import { randomUUID } from "node:crypto";
import { createClient } from "../api/client.ts";
import { readSettings } from "../library/settings.ts";
import { scaledNetworks } from "../store/networks.ts";
import { tell } from "./demo.ts";
import { openHouse, type House } from "./house.ts";
import { wordsOf } from "./house-error.ts";
import { openWatch } from "./seen/watch.ts";
import { quietTemporal } from "./temporal-worker.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
let log = (line: string): void => void process.stderr.write(`${line}\n`);
/** Milliseconds after which ending is given up as hung. */
const END_WITHIN = 4_500;

let ending = false;
let house: House | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void end(0));

const read = readSettings(process.env);
if ("problems" in read) fail([...problemsIn("da"), ...problemsIn("en")].join("\n"));
else {
  try {
    const watch = await openWatch(read.settings, (text) => void process.stderr.write(text));
    ({ log } = watch);
    quietTemporal(log, watch.sdk);
    house = await openHouse(read.settings, log, watch);
    await welcome(house);
  } catch (error) {
    if (!ending) fail(wordsOf(error));
  }
}

async function welcome(opened: House): Promise<void> {
  void opened.broken.then((error) => {
    log(wordsOf(error));
    return end(1);
  });
  if (opened.tokenIsFresh) say(`Administratorens adgangsnøgle (vises kun nu / shown only now): ${opened.token}`);
  if (opened.mailboxUrl !== undefined) say(`Postkasse / mailbox: ${opened.mailboxUrl}`);
  if (opened.isNew && opened.isAlone) await createClient(opened).createDemo({}, randomUUID());
  const playing = opened.isAlone ? await scaledNetworks(opened.store) : [];
  say(`Fremdrift is ready: ${opened.url}`);
  for (const { id, seq } of playing)
    void tell({ store: opened.store, network: id, after: opened.isNew ? 0 : seq, say, stopped: () => ending }).catch(
      () => {},
    );
}

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(code || 1), END_WITHIN).unref();
  await house?.stop();
  process.exit(code);
}

function fail(words: string): void {
  log(words);
  process.exitCode = 1;
  void end(1);
}

function problemsIn(language: "da" | "en"): string[] {
  const again = readSettings(process.env, language);
  return "problems" in again ? again.problems.map(({ message, hint }) => `${message} ${hint}`) : [];
}
