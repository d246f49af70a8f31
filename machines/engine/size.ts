// How large a state and an event may grow: what Temporal would not take is refused while it can still be told to whom.
import { MAX_EVENT_BYTES, MAX_STATE_BYTES, type Effect, type MachineEvent, type State } from "./types.ts";

/** Throws where an event from outside is larger than `MAX_EVENT_BYTES`. */
export function demandSmall(event: MachineEvent): void {
  const bytes = bytesOf(JSON.stringify(event));
  if (bytes > MAX_EVENT_BYTES)
    throw new Error(`«${event.type}» is ${bytes} bytes of JSON: an event has ${MAX_EVENT_BYTES} at the most`);
}

/** Throws where a state is larger than `MAX_STATE_BYTES`. */
export function demandRoom({ actors, timers, tasks }: State): void {
  let bytes = 0;
  for (const parts of [Object.values(actors), timers, tasks]) for (const part of parts) bytes += sizeOf(part);
  if (bytes > MAX_STATE_BYTES)
    throw new Error(`the state would be ${bytes} bytes of JSON: a machine has ${MAX_STATE_BYTES} at the most`);
}

/** Throws where something that leaves a step is larger than a state may be: a host could not hand it on, ever. */
export function demandPortable(effects: Effect[]): void {
  for (const effect of effects) {
    const json = JSON.stringify(effect);
    // A letter is three bytes at the most.
    if (json.length * 3 <= MAX_STATE_BYTES) continue;
    const bytes = bytesOf(json);
    if (bytes > MAX_STATE_BYTES)
      throw new Error(
        `«${effect.do}» of «${effect.actor}» would be ${bytes} bytes of JSON: what leaves a machine has ${MAX_STATE_BYTES} at the most`,
      );
  }
}

/** Parts of a state are never changed, only replaced: each is measured once. */
const known = new WeakMap<object, number>();

/** Bytes of JSON. */
export function sizeOf(part: object): number {
  let bytes = known.get(part);
  if (bytes === undefined) {
    bytes = bytesOf(JSON.stringify(part));
    known.set(part, bytes);
  }
  return bytes;
}

/** Bytes as UTF-8. */
function bytesOf(json: string): number {
  const wide = json.match(/[\u0080-\uffff]/g);
  return json.length + (wide?.reduce((more, letter) => more + (letter < "\u0800" ? 1 : 2), 0) ?? 0);
}
