// What the stack holds of the memory when nothing happens.
import { setTimeout as sleep } from "node:timers/promises";
import { tree } from "./processes.ts";
import type { Stack } from "./stack.ts";
import type { Line } from "./table.ts";

/** Milliseconds of rest before the reading. */
const REST = 20_000;
/** MiB. */
const REACH = 900;

/** PSS of each process and their sum, MiB. */
export async function measureRest({ pid }: Stack): Promise<Line[]> {
  await sleep(REST);
  const processes = tree(pid);
  const sum = (field: "pssMiB" | "rssMiB") => processes.reduce((total, process) => total + process[field], 0);
  return [
    ...processes.map(({ name, args, pssMiB, rssMiB }) => ({
      name: `memory: ${name} ${
        args
          .find((arg) => /start/.test(arg))
          ?.split("/")
          .at(-1) ?? ""
      }`.trim(),
      figure: pssMiB,
      unit: "MiB",
      detail: `RSS ${Math.round(rssMiB)}`,
    })),
    {
      name: "memory: all, at rest",
      figure: sum("pssMiB"),
      unit: "MiB",
      reach: REACH,
      detail: `RSS ${Math.round(sum("rssMiB"))}`,
    },
  ];
}
