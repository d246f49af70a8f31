// A sender on an outbox in memory, for tests.
import { onTestFinished } from "vitest";
import { createSender, type OutboxPort, type SenderParts } from "../../mail/sender.ts";
import type { SendResult } from "../../mail/transport.ts";
import { ICS } from "./calendars.ts";
import { LINKS } from "./models.ts";
import type { memoryOutbox } from "./servers.ts";

/** The server took it. */
export const OK: SendResult = { ok: true, response: "250 OK" };

/** Stopped when the test ends; `lines` is what it logged. */
export function sender(
  outbox: ReturnType<typeof memoryOutbox>,
  transport: SenderParts["transport"],
  port: OutboxPort = outbox.port,
  rehearsals?: SenderParts["transport"],
  more: Pick<SenderParts, "perMinute"> = {},
) {
  const lines: string[] = [];
  const parts = {
    outbox: port,
    transport,
    ...(rehearsals && { rehearsals }),
    links: LINKS,
    from: "Fremdrift <fremdrift@example.org>",
    ics: ICS,
  };
  const made = createSender({
    ...parts,
    ...more,
    clock: () => outbox.clock.now,
    log: (line) => lines.push(line),
  });
  onTestFinished(() => made.stop());
  return { ...made, lines };
}
