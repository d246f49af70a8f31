// A machine's definition as JSON, for tools that draw it: what it does in code stands there by name.
import type { AnyStateMachine } from "xstate";
import type { Json } from "../engine/types.ts";

/** The config that the machine was made of. Its context is left out: snapshots have it. */
export function definitionOf({ config }: AnyStateMachine): Json {
  const { context: _, ...rest } = config as { [key: string]: unknown };
  const named = (_key: string, value: unknown): unknown =>
    typeof value === "function" ? { type: value.name || "inline" } : value;
  return JSON.parse(JSON.stringify(rest, named)) as Json;
}
