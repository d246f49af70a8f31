// The audit of a network: every change with who, when, the old, the new and why, and whether the chain of the ledger holds.
import { createRoute, z } from "@hono/zod-openapi";
import { isMessage } from "../machines/view.ts";
import type { EntryJson } from "../machines/entry-json.ts";
import { audit } from "../store/audit.ts";
import { hashesOf } from "../store/ledger.ts";
import type { Routes } from "./app.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { readEntries } from "./reads.ts";

const VerificationShape = z
  .object({
    ok: z.boolean(),
    rows: z.number(),
    head: z.string().describe("hash of the last row: kept elsewhere, it shows a ledger that was written anew"),
    broken: z.array(
      z.object({
        seq: z.number(),
        what: z
          .enum(["missing", "changed", "texts", "end"])
          .describe(
            "the row is gone; it is not as it was written; the texts with it are not; the ledger ends too early",
          ),
      }),
    ),
  })
  .openapi("Verification");

const ChangeShape = z
  .object({
    seq: z.number(),
    at: z.string().describe("RFC 3339 with offset"),
    who: z.string().optional().describe("e-mail, or an id where the person was erased; nobody: a timer"),
    role: z.string().optional(),
    kind: z.string(),
    subject: z.string(),
    old: z.record(z.string(), z.any()).optional(),
    new: z.record(z.string(), z.any()).optional(),
    why: z.string().optional(),
    hash: z.string(),
  })
  .openapi("Change");

export type VerificationJson = z.infer<typeof VerificationShape>;
export type ChangeJson = z.infer<typeof ChangeShape>;

/** Registers what verifies a network's ledger and what lists its changes. */
export function addAuditRoutes({ app, parts: { store }, admit, plans, submit }: Routes): void {
  const verification = createRoute({
    method: "get",
    path: "/api/networks/{id}/verification",
    summary: "Whether the ledger is as it was written: its chain of hashes, and the texts that came with it",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, VerificationShape), ...problems(401, 404) },
  });
  app.openapi(verification, async (c) => {
    const { id } = c.req.valid("param");
    await admit(c, id);
    await submit.settled(id);
    const { broken, ...rest } = await audit(store, id);
    return c.json({ ok: broken.length === 0, ...rest, broken }, 200);
  });

  const changes = createRoute({
    method: "get",
    path: "/api/networks/{id}/audit",
    summary: "Every change: who, when, the old, the new and why, with its hash; messages are no changes",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, z.array(ChangeShape)), ...problems(401, 404) },
  });
  app.openapi(changes, async (c) => {
    const { id } = c.req.valid("param");
    await admit(c, id);
    await submit.settled(id);
    const { zone } = (await plans(id)).programme;
    const [entries, hashes] = await Promise.all([readEntries(store, id, { zone }), hashesOf(store, id)]);
    const changed = entries.filter((entry) => !isMessage(entry));
    return c.json(
      changed.map((entry) => changeJson(entry, hashes.get(entry.seq!)!)),
      200,
    );
  });
}

function changeJson({ seq, at, by, role, kind, subject, reason, data = {} }: EntryJson, hash: string): ChangeJson {
  const { before, ...now } = data;
  return {
    seq: seq!,
    at,
    ...(by !== undefined && { who: by }),
    ...(role !== undefined && { role }),
    kind,
    subject,
    ...(before !== undefined && { old: before as Record<string, unknown> }),
    ...(Object.keys(now).length > 0 && { new: now }),
    ...(reason !== undefined && { why: reason }),
    hash,
  };
}
