// How many mails a server may be given now, where it takes only so many a minute.
import type { Instant } from "../programmes/types.ts";

const MINUTE = 60_000;

/** `room`: how many may go now. `took`: one goes. What went before this process began is not known of. */
export function createPace({ clock, perMinute }: { clock: () => Instant; perMinute?: number }) {
  const gone: Instant[] = [];
  return {
    room(): number {
      if (perMinute === undefined) return Number.MAX_SAFE_INTEGER;
      while (gone.length > 0 && gone[0]! <= clock() - MINUTE) gone.shift();
      return Math.max(0, perMinute - gone.length);
    },
    took(): void {
      if (perMinute !== undefined) gone.push(clock());
    },
  };
}
