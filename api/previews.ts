// What a change would lead to, as everybody outside sees it.
import { rfc3339 } from "../programmes/instant.ts";
import type { PlannedMessage } from "../machines/ledger.ts";
import type { Consequences } from "../machines/preview.ts";
import type { PreviewJson } from "./shapes.ts";

/** Instants as RFC 3339 of the zone, people by e-mail. */
export function consequencesJson({ told, gone, coming }: Consequences, zone: string): Omit<PreviewJson, "entries"> {
  const message = ({ subject, rule, at }: PlannedMessage) => ({ subject, rule, at: rfc3339(at, zone) });
  return {
    told: told.map(({ subject, rule, people }) => ({ subject, rule, to: people.map(({ email }) => email) })),
    gone: gone.map(message),
    coming: coming.map(message),
  };
}
