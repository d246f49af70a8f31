// Whom a refusal is about: an address that is no more, or us.
import { expect, test } from "vitest";
import { outcomeOf } from "../../mail/delivery.ts";
import type { ClaimedMail } from "../../mail/sender.ts";

const mail = { id: "m", attempts: 0 } as ClaimedMail;

test.each([
  ["550 5.1.1 <anna@example.org> unknown", "recipient", true],
  ["550 No such user here", "recipient", true],
  ["550 5.7.1 Relaying denied", "recipient", undefined],
  ["554 5.6.0 Message is malformed", "message", undefined],
] as const)(
  "«%s» is given up, and marks the address only where the address is to blame",
  (response, fault, bounced) => {
    const [settled] = outcomeOf(mail, { ok: false, permanent: true, fault, response }, 0);
    expect(settled).toMatchObject({ state: "failed", response });
    expect(settled?.bounced).toBe(bounced);
  },
);
