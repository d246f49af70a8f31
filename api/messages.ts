// The messages of a network's ledger, each with what became of its mails: to its lead all of them, to others their own.
import { createRoute, z } from "@hono/zod-openapi";
import { leads } from "../machines/calendar.ts";
import type { Kind } from "../machines/ledger.ts";
import { audienceWord, messageTitle, type Narration } from "../machines/narrate.ts";
import { whyWord } from "../machines/narrate-words.ts";
import { rfc3339 } from "../programmes/instant.ts";
import { readLedger, type ReadRow } from "../store/ledger.ts";
import { getNetwork } from "../store/networks.ts";
import { emailsOf } from "../store/people.ts";
import { allRoles } from "./admission.ts";
import type { Routes } from "./app.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { peopleIn, titlesIn } from "./reads.ts";
import { languageOf } from "./words.ts";

const KINDS: Kind[] = ["message.sent", "message.suppressed", "message.failed"];

const MessageShape = z
  .object({
    seq: z.number(),
    at: z.string().describe("RFC 3339 with offset"),
    kind: z.enum(["message.sent", "message.suppressed", "message.failed"]),
    subject: z.string(),
    rule: z.string(),
    title: z.string().describe("what it is called: its rule, and what it is about"),
    why: z.string().optional().describe("the reason in words"),
    audience: z.string().describe("whom it was for, in words"),
    reason: z.string().optional().describe("why it was not sent, or what the mail server said"),
    to: z.array(z.string()).describe("whom it was for: roles, or one person"),
    deliveries: z.array(
      z.object({
        person: z.string().describe("e-mail"),
        state: z.enum(["queued", "sending", "sent", "failed"]),
        at: z.string().optional().describe("when it was sent"),
        response: z.string().optional().describe("the mail server's last word"),
        attempts: z.number(),
      }),
    ),
  })
  .openapi("Message");

export type MessageJson = z.infer<typeof MessageShape>;

const PERSON = "person:";

/** Registers the one that reads them. */
export function addMessageRoutes({ app, parts: { store }, admit, plans, submit }: Routes): void {
  const route = createRoute({
    method: "get",
    path: "/api/networks/{id}/messages",
    summary: "What was sent, suppressed or failed, and what became of each mail (who does not lead sees their own)",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, z.array(MessageShape)), ...problems(401, 404) },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const { principal } = admitted;
    await submit.settled(id);
    const rows = await readLedger(store, id, { kinds: KINDS });
    const { zone } = (await plans(id)).programme;
    const narration = await titlesIn(
      store,
      (await getNetwork(store, id))!,
      languageOf(c.req.header("accept-language")),
    );
    const seen =
      principal.admin || leads({ roles: allRoles(admitted) }) ? rows : rows.flatMap((row) => ownOf(row, principal.id));
    const emails = await emailsOf(store, [...new Set(seen.flatMap(peopleIn))]);
    return c.json(
      seen.map((row) => messageJson(row, { zone, narration, emailOf: (person) => emails.get(person) ?? person })),
      200,
    );
  });
}

/** What a person may see of a message: that it went to them, or that it could not be delivered to them. */
function ownOf(row: ReadRow, person: string): ReadRow[] {
  const deliveries = row.deliveries.filter((one) => one.person === person);
  return deliveries.length > 0 || row.to?.includes(`${PERSON}${person}`) ? [{ ...row, deliveries }] : [];
}

function messageJson(
  { seq, at, kind, subject, rule = "", reason, to = [], deliveries }: ReadRow,
  { zone, narration, emailOf }: { zone: string; narration: Narration; emailOf: (person: string) => string },
): MessageJson {
  const addressed = to.map((one) => (one.startsWith(PERSON) ? emailOf(one.slice(PERSON.length)) : one));
  return {
    seq,
    at: rfc3339(at, zone),
    kind: kind as MessageJson["kind"],
    subject,
    rule,
    title: messageTitle(subject, rule, narration),
    ...(reason !== undefined && { reason, why: whyWord(reason, narration.language) }),
    to: addressed,
    audience: addressed.map((one) => audienceWord(one, narration)).join(", "),
    deliveries: deliveries.map(({ person, state, sentAt, response, attempts }) => ({
      person: emailOf(person),
      state,
      ...(sentAt !== undefined && { at: rfc3339(sentAt, zone) }),
      ...(response !== undefined && { response }),
      attempts,
    })),
  };
}
