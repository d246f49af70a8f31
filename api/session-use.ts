// How long sessions last: one that is used lasts longer.
import type { Instant } from "../programmes/types.ts";
import type { Principal } from "../store/access.ts";
import { prolongSession } from "../store/sessions.ts";
import type { Parts } from "./parts.ts";

const HOUR = 60 * 60_000;
/** Milliseconds that a session lasts without being used, and between two notes of its use. */
export const SESSION = { idle: 14 * 24 * HOUR, noted: HOUR };

/** A session that is used lasts longer; written down now and then only. Nobody waits for it. */
export function noteUse({ store, log }: Pick<Parts, "store" | "log">, { session }: Principal, at: Instant): void {
  if (!session || at - session.seenAt < SESSION.noted) return;
  prolongSession(store, { hash: session.hash, at, expiresAt: at + SESSION.idle }).catch((error: unknown) =>
    log(`The use of a session could not be written down: ${String(error)}`),
  );
}
