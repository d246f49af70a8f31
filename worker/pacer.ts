// Plays networks on the scaled clock from outside: moves their stepped time, and gives them their script's triggers, each
// at its own moment. What it knows stands in the store, so that a killed pacer goes on where it was.
import { setTimeout as sleep } from "node:timers/promises";
import { createPlans } from "../api/plans.ts";
import type { Submit } from "../api/submit.ts";
import { cueActing } from "../machines/acting.ts";
import type { Cue } from "../machines/simulate.ts";
import { rolesFor, triggerOf } from "../machines/trigger-types.ts";
import type { Text } from "../programmes/types.ts";
import { bookOf } from "../store/journal.ts";
import { StoreError } from "../store/error.ts";
import { scaledNetworks, setNow } from "../store/networks.ts";
import type { Store } from "../store/open.ts";
import { markDone, nextStep } from "../store/scripts.ts";

const WEEK = 7 * 86_400_000;
/** Milliseconds between looks at the clock, and for networks that are new. */
const TICK = 100;
const LOOK = 500;
/** Milliseconds after a fault before the network is tried again. */
const AFTER_FAULT = 1_000;

export type Pacer = { start(): void; stop(): Promise<void> };

export function createPacer(parts: {
  store: Store;
  submit: Submit;
  now: () => number;
  log: (line: string) => void;
}): Pacer {
  const { store, submit, now, log } = parts;
  const plans = createPlans(store);
  const playing = new Map<string, Promise<void>>();
  const ending = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: ending.signal }).catch(() => {});
  let stopping = false;
  let looking: Promise<void> | undefined;

  const look = async () => {
    while (!stopping) {
      for (const network of await scaledNetworks(store).catch(() => [])) {
        if (playing.has(network.id)) continue;
        const play = playOut(network.id, network.now, network.weeksPerSecond).finally(() => playing.delete(network.id));
        playing.set(network.id, play);
      }
      await pause(LOOK);
    }
  };

  const playOut = async (id: string, from: number, weeksPerSecond: number) => {
    const begun = now();
    const virtual = () => from + ((now() - begun) / 1_000) * weeksPerSecond * WEEK;
    // When something is due next, as the network last said: until then time passes without asking it.
    let due: number | undefined = 0;
    while (due !== undefined && !stopping) {
      try {
        due = await playUpTo(id, virtual(), due);
        await pause(TICK);
      } catch (error) {
        if (!stopping) log(`the network ${id} waits: ${(error as Error).message}`);
        await pause(AFTER_FAULT);
      }
    }
  };

  /** Plays all that is due up to an instant; answers when something is due next, undefined where the network has ended. */
  const playUpTo = async (id: string, until: number, before: number): Promise<number | undefined> => {
    let due = before;
    for (
      let step = await nextStep(store, id);
      step && step.at <= until && !stopping;
      step = await nextStep(store, id)
    ) {
      await markDone(store, id, step.i, await play(id, step.i, step.trigger as unknown as Cue));
      due = 0;
    }
    if (stopping) return due;
    if (due > until) {
      await setNow(store, id, until);
      return due;
    }
    const { state, nextDue } = await submit.advance(id, until);
    return state.ended ? undefined : (nextDue ?? Infinity);
  };

  /** A contribution is written to the store at once, so what was due before it must be there already. */
  const play = async (id: string, i: number, cue: Cue): Promise<{ ok: boolean; code?: string }> => {
    if (triggerOf(cue.type)?.by === "store") await submit.advance(id, cue.at);
    const said = await acting(id, cue);
    if ("da" in said) {
      log(`the network ${id} refused ${cue.type}: ${said.en}`);
      return { ok: false, code: "role" };
    }
    try {
      const result = await submit.trigger(id, said, { scope: "pacer", key: `${id}:${i}`, bodyHash: "" });
      if (!result.ok) log(`the network ${id} refused ${cue.type}: ${result.why.en}`);
      return result.ok ? { ok: true } : { ok: false, code: result.code };
    } catch (error) {
      // It was played before a kill, and only not yet marked as done.
      if (error instanceof StoreError && error.code === "repeated") return { ok: true };
      throw error;
    }
  };

  /** For whom a substitute acts is found when the line is played. */
  const acting = async (id: string, cue: Cue): Promise<Cue | Text> => {
    const { programme } = await plans(id);
    if (cue.data["for"] === undefined && rolesFor(programme, cue.type, cue.data).includes(cue.role)) return cue;
    const book = await bookOf(store, id);
    return book ? cueActing(cue, book, cue.at) : cue;
  };

  return {
    start: () => {
      looking ??= look();
    },
    stop: async () => {
      stopping = true;
      ending.abort();
      await Promise.all([looking, ...playing.values()]);
    },
  };
}
