// The bridge to @xstate/inspect, which knows XState 4 alone: a process of its own that is told what there is to show.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { AnyStateMachine } from "xstate";
import type { MoveJson } from "../../api/client.ts";
import { definitionOf } from "../../machines/inspect/definition.ts";
import type { Inspecting } from "./inspect-stately.ts";

const SERVE = fileURLToPath(new URL("../../bridge/serve.mjs", import.meta.url));

/** Begins the bridge; `port` 0 is any that is free. Throws what it said where it could not begin. */
export async function serveBridge(machines: Record<string, AnyStateMachine>, port: number): Promise<Inspecting> {
  const child = spawn(process.execPath, [SERVE, String(port)], { stdio: ["pipe", "pipe", "pipe"] });
  // It may end before all is written: that it has is seen by its exit.
  child.stdin.on("error", () => {});
  let wrong = "";
  child.stderr.on("data", (text: Buffer) => (wrong += text.toString()));
  const first = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    child.once("error", reject).once("exit", () => reject(new Error(wrong.trim() || "the bridge ended")));
  });
  const tell = (said: object) => child.stdin.write(`${JSON.stringify(said)}\n`);
  const known = new Set<string>();
  return {
    port: (JSON.parse(first) as { port: number }).port,
    tell: ({ event, actors, gone }: MoveJson) => {
      const happened = { ...event, type: String(event["trigger"] ?? event["type"]) };
      for (const { id, src, value, context } of actors) {
        const machine = machines[src];
        if (known.has(id)) tell({ do: "state", id, value, context, event: happened });
        else if (machine) tell({ do: "begin", id, value, context, definition: definitionOf(machine) });
        if (machine) known.add(id);
      }
      for (const id of gone) if (known.delete(id)) tell({ do: "end", id });
    },
    close: () => child.kill(),
  };
}
