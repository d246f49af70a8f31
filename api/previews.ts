// What a change would lead to, as everybody outside sees it.
import { rfc3339 } from "../programmes/instant.ts";
import type { EntryJson } from "../machines/entry-json.ts";
import type { PlannedMessage } from "../machines/ledger.ts";
import { messageTitle, named, sayingOf, type Narration } from "../machines/narrate.ts";
import type { Consequences } from "../machines/preview.ts";
import type { PreviewJson } from "./shapes.ts";

/** Instants as RFC 3339 of the zone, people by e-mail, and what everything is called. */
export function consequencesJson(
  { told, gone, coming }: Consequences,
  entries: EntryJson[],
  { zone, narration }: { zone: string; narration: Narration },
): Omit<PreviewJson, "alike"> {
  for (const entry of entries) named(entry, narration);
  const called = (subject: string, rule: string) => ({ subject, rule, title: messageTitle(subject, rule, narration) });
  const message = ({ subject, rule, at }: PlannedMessage) => ({ ...called(subject, rule), at: rfc3339(at, zone) });
  return {
    entries,
    says: entries.filter(({ kind }) => !kind.startsWith("message.")).map((entry) => sayingOf(entry, narration)),
    told: told.map(({ subject, rule, people }) => ({
      ...called(subject, rule),
      to: people.map(({ email }) => email),
    })),
    gone: gone.map(message),
    coming: coming.map(message),
  };
}
