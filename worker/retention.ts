// Networks that ended long ago: a month before they are forgotten those who led them are told, and then they are.
import type { Note } from "../machines/note.ts";
import { fadingNetworks, forgetNetwork, forgetThemes, forgottenNetworks, noteFading } from "../store/retention.ts";
import type { Store } from "../store/open.ts";

export type RetentionParts = {
  store: Store;
  now: () => number;
  /** Months after the end; 0: for good. */
  months: number;
  base: () => string;
  post: (note: Note) => Promise<void>;
};

/** One round: who is to be told is told, and what is over is forgotten. Nothing is forgotten of which nobody was told a month before. */
export async function retain({ store, now, months, base, post }: RetentionParts): Promise<void> {
  if (months === 0) return;
  const at = now();
  for (const { id, title, people } of await fadingNetworks(store, monthsBefore(at, months - 1))) {
    // Told again where this is cut short: twice is better than never.
    for (const to of people)
      await post({ kind: "retention", to, network: title, url: `${base()}/networks/${id}/report`, day: dayOf(at) });
    await noteFading(store, id, at);
  }
  for (const id of await forgottenNetworks(store, { over: monthsBefore(at, months), told: monthsBefore(at, 1) }))
    await forgetNetwork(store, id, at);
  await forgetThemes(store, monthsBefore(at, months));
}

/** The day of a month that is too short for it is the last of it. */
function monthsBefore(at: number, months: number): number {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, last));
}

/** The day a month from now, as people of both languages read it. */
const dayOf = (at: number): string => {
  const date = new Date(monthsBefore(at, -1));
  return `${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()}`;
};
