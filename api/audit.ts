// The audit of a network: every change with who, when, the old, the new and why, and whether the chain of the ledger holds.
import { createRoute, z } from "@hono/zod-openapi";
import { sayingOf, type Narration } from "../machines/narrate.ts";
import { undoOf } from "../machines/undo.ts";
import { isMessage } from "../machines/view.ts";
import type { EntryJson } from "../machines/entry-json.ts";
import { audit } from "../store/audit.ts";
import { hashesOf, readLedger, toldRows } from "../store/ledger.ts";
import { getNetwork } from "../store/networks.ts";
import type { Routes } from "./app.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { entriesOf, titlesIn } from "./reads.ts";
import { languageOf } from "./words.ts";

const VerificationShape = z
  .object({
    ok: z.boolean(),
    withheld: z.number().describe("rows whose texts were removed with the person who wrote them"),
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
    says: z.string().describe("what it was, in words"),
    undoable: z.literal(true).optional().describe("it can be taken back: nobody has heard of it"),
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
    const [hashes, rows, told, network] = await Promise.all([
      hashesOf(store, id),
      readLedger(store, id, { mails: false }),
      toldRows(store, id),
      getNetwork(store, id),
    ]);
    const entries = await entriesOf(store, rows, zone);
    const narration = await titlesIn(store, network!, languageOf(c.req.header("accept-language")));
    const isUndoable = (seq: number) =>
      network!.endedAt === undefined && "data" in undoOf(rows, seq, (row) => told.has(row.seq));
    const changed = entries.filter((entry) => !isMessage(entry));
    return c.json(
      changed.map((entry) => ({
        ...changeJson(entry, hashes.get(entry.seq!)!, narration),
        ...(isUndoable(entry.seq!) && { undoable: true as const }),
      })),
      200,
    );
  });
}

function changeJson(entry: EntryJson, hash: string, narration: Narration): ChangeJson {
  const { seq, at, by, role, kind, subject, reason, data = {} } = entry;
  const { before, ...now } = data;
  return {
    seq: seq!,
    at,
    ...(by !== undefined && { who: by }),
    ...(role !== undefined && { role }),
    kind,
    subject,
    says: sayingOf(entry, narration),
    ...(before !== undefined && { old: before as Record<string, unknown> }),
    ...(Object.keys(now).length > 0 && { new: now }),
    ...(reason !== undefined && { why: reason }),
    hash,
  };
}
