// The peer: the least that a Temporal Update can do.
import { condition, defineUpdate, setHandler } from "@temporalio/workflow";

const add = defineUpdate<number, [number]>("add");

/** Adds what it is given, until it is ended from outside. */
export async function adder(): Promise<void> {
  let total = 0;
  setHandler(add, (more) => (total += more));
  await condition(() => false);
}
