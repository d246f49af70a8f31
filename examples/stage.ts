// What the stories of the examples are told with: one instance, whose clock is told what time it is, so that thirty days
// take no longer than what happens in them.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Instances } from "../api/instances.ts";
import type { Registered } from "../machines/engine/register.ts";
import type { Json } from "../machines/engine/types.ts";

/** Milliseconds. */
const DAY = 86_400_000;
const WAIT = 50;
const PATIENCE = 30_000;

/** One instance. Whatever it does is printed. */
export type Actor = {
  /** Tells it an event, and prints what became of that. */
  send(event: { type: string; [more: string]: unknown }): Promise<void>;
  /** So many milliseconds go by: all that falls due happens, each at its own instant. */
  pass(ms: number): Promise<void>;
  /** Waits for what is under way until it stands there. Throws where it does not within half a minute. */
  reach(value: Json): Promise<void>;
  /** Its output, when it is over. */
  over(): Promise<void>;
};

export type Stage = {
  start(of: Registered, input: Json): Promise<Actor>;
  /** Ends the worker and starts another, which knows only what Temporal kept. */
  anotherWorker(): Promise<void>;
};

export type Say = (line: string) => void;

/** What an example file gives: its machine, what it does outside itself, and a story. */
export type Example = {
  machine: Registered;
  activities: (say: Say) => object;
  story: (stage: Stage) => Promise<void>;
};

/** An actor on a stepped clock, which begins at 0. */
export async function actorOn(instances: Instances, of: Registered, input: Json, say: Say): Promise<Actor> {
  const id = `${of.name}-${randomUUID()}`;
  await instances.start(of, { id, input, clock: "stepped" });
  let now = 0;
  return {
    async send(event) {
      // The key makes an event happen once, however often it is sent.
      const asked = instances.send(id, { key: randomUUID(), event });
      // One that is over answers no more.
      const { answer } = await asked.catch((error: Error) => ({ answer: { ok: false as const, why: error.message } }));
      const outcome = answer.ok ? (answer.taken ? "taken" : "not taken now") : `refused: ${answer.why}`;
      say(`> ${JSON.stringify(event)}: ${outcome}`);
    },
    async pass(ms) {
      now += ms;
      say(`-- day ${Number((now / DAY).toFixed(2))}`);
      await instances.advance(id, now);
    },
    async reach(wanted) {
      for (const until = Date.now() + PATIENCE; ;) {
        const { value, status } = await instances.standing(id);
        if (value === wanted) return say(`   it is ${JSON.stringify(value)}`);
        if (status !== "active" || Date.now() > until)
          throw new Error(`it is ${JSON.stringify(value)} and ${status}, not ${JSON.stringify(wanted)}`);
        await sleep(WAIT);
      }
    },
    over: async () => say(`   over: ${JSON.stringify(await instances.output(id))}`),
  };
}
