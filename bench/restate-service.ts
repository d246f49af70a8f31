// Restate's side, in a process of its own: `restate-service.ts FOLDER PORT`. Its packages are not ours: they are in FOLDER.
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { tallyV1 } from "./host-machines.ts";

type Sdk = { serve(options: { services: unknown[]; port: number }): Promise<unknown> };
type Durable = { xstate(name: string, machine: unknown): unknown };

// Its SDK asks for a function that Node has from version 22 on.
(Promise as { withResolvers?: unknown }).withResolvers ??= () => {
  let both = {};
  const promise = new Promise((resolve, reject) => (both = { resolve, reject }));
  return { promise, ...both };
};

const [folder, port] = process.argv.slice(2) as [string, string];
const load = async <T>(name: string): Promise<T> =>
  (await import(pathToFileURL(createRequire(path.join(folder, "package.json")).resolve(name)).href)) as T;

const { serve } = await load<Sdk>("@restatedev/restate-sdk");
const { xstate } = await load<Durable>("@restatedev/xstate");
await serve({ services: [xstate("tally", tallyV1.root)], port: Number(port) });
