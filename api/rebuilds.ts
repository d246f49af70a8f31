// Rebuilds: a network of which only the store or only Temporal was put back from a backup goes on as one again, or is left as it was.
import { createRoute } from "@hono/zod-openapi";
import { journal } from "../machines/journal.ts";
import type { LedgerRow, View, Writing } from "../machines/ledger.ts";
import type { ToldBy } from "../machines/replayed.ts";
import { fold, initialView } from "../machines/view.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Text } from "../programmes/types.ts";
import { demandFollows } from "../store/apart.ts";
import { audit } from "../store/audit.ts";
import { append } from "../store/journal.ts";
import { getNetwork, type Network } from "../store/networks.ts";
import { inTransaction } from "../store/open.ts";
import { keepPlayed } from "../store/played.ts";
import { openTexts } from "../store/sealed.ts";
import { rebuildProjection, rowsOf, takeAsSent, type Folded } from "../store/rebuild.ts";
import { actorOf, ADMINISTRATOR, claimOf, demandAdmin, type Admitted } from "./admission.ts";
import { agreementOf, type Agreement } from "./agreement.ts";
import type { Routes } from "./app.ts";
import type { Claim } from "./once.ts";
import { answers, json, KEYED, NETWORK_ID, problems } from "./openapi.ts";
import type { Parts } from "./parts.ts";
import { Refused } from "./problem.ts";
import { writtenAfter } from "./rebuild-entries.ts";
import { beginAgain, envelopeFrom } from "./rebuild-run.ts";
import { NewRebuildShape, RebuiltShape, type RebuiltJson } from "./rebuild-shapes.ts";
import { Unanswered } from "./update.ts";

export function addRebuildRoutes({ app, parts, admit, once }: Routes): void {
  const route = createRoute({
    method: "post",
    path: "/api/networks/{id}/rebuilds",
    summary: "Lets the store and the workflow of a network agree again where only one was restored (administrators)",
    request: { params: NETWORK_ID, headers: KEYED, body: json(NewRebuildShape) },
    responses: { ...answers(201, RebuiltShape), ...problems(400, 401, 403, 404, 409, 413, 422, 503) },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    demandAdmin(admitted);
    const { dryRun = false, reason } = c.req.valid("json");
    const claim = claimOf(c, admitted, { dryRun, reason });
    const work = () => rebuild(parts, { id, dryRun, reason, admitted, claim });
    return c.json(dryRun ? await work() : await once(claim, admitted, work), 201);
  });
}

/** Milliseconds after which what a workflow has told counts as lost on its way to the store. */
const WRITTEN_WITHIN = 1_500;

type Wanted = { id: string; dryRun: boolean; reason: string | undefined; admitted: Admitted; claim: Claim };

/** What is wanted, and how it was found. */
type Found = Wanted & { network: Network; was: Agreement };

async function rebuild(parts: Parts, wanted: Wanted): Promise<RebuiltJson> {
  const { id, dryRun } = wanted;
  const { rows, broken } = await audit(parts.store, id);
  // Where the ledger ends may be wrong for the same reason as what follows from it; its rows may not.
  if (broken.some(({ what }) => what !== "end")) throw refused(SAID.broken(broken[0]!.seq));
  const projection = await project(parts, wanted);
  const network = (await getNetwork(parts.store, id))!;
  const was: Agreement =
    network.endedAt === undefined
      ? await agreementOf(parts, id, { within: parts.answerWithin, writtenWithin: WRITTEN_WITHIN })
      : { is: "same", store: network.n, workflow: network.n };
  if (was.is === "unanswered") throw new Unanswered(was.message);
  const found = { ...wanted, network, was };
  const mended =
    was.is === "same" ? {} : was.is === "store-behind" ? await again(parts, found) : await fromLedger(parts, found);
  if (!dryRun && (projection || was.is !== "same")) await record(parts, found);
  return {
    dryRun,
    was: was.is,
    store: was.store,
    ...("workflow" in was && { workflow: was.workflow }),
    rows,
    projection,
    entries: 0,
    mails: 0,
    ...mended,
  };
}

/** A dry run takes it back. */
class Undone extends Error {}

async function project({ store }: Parts, { id, dryRun }: Wanted): Promise<boolean> {
  let differs = false;
  const work = inTransaction(store, async (tx) => {
    differs = await rebuildProjection(tx, id, viewOf);
    if (dryRun) throw new Undone();
  });
  await work.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return differs;
}

/** The network's clock may have gone on since the last row. */
function viewOf({ plan, startedAt, now, rows }: Folded): View {
  const view = fold(initialView(plan, startedAt), rows);
  return { ...view, now: Math.max(view.now, now) };
}

/** What the workflow had written since is written again; mails of it went then. */
async function again(parts: Parts, { id, dryRun, was }: Found): Promise<Partial<RebuiltJson>> {
  const { store, temporal, now } = parts;
  const sealed = await temporal.withDeadline(now() + parts.answerWithin, () => writtenAfter(temporal, id, was.store));
  const missing = sealed.findIndex(({ entry }, index) => entry.n !== was.store + 1 + index);
  if (sealed.length === 0 || missing >= 0) throw refused(SAID.noHistory(was.store + 1 + Math.max(0, missing)));
  if (dryRun) return { entries: sealed.length };
  const told = await openTexts(store, id, sealed);
  let [after, before, mails] = [0, 0, 0];
  await append(
    store,
    id,
    (book) => {
      [after, before] = [book.seq, book.n];
      return journal(book, told);
    },
    async (tx) => {
      await demandFollows(tx, id, before, told);
      await keepPlayed(tx, id, playedIn(sealed));
      mails = await takeAsSent(tx, { id, after, now: now() });
    },
  );
  return { entries: sealed.length, mails };
}

const playedIn = (sealed: ToldBy[]) => sealed.flatMap(({ entry: { n }, trigger }) => (trigger ? [{ n, trigger }] : []));

/** Another run begins from the ledger, unless it would not be the same network. */
async function fromLedger(parts: Parts, { id, dryRun, network }: Found): Promise<Partial<RebuiltJson>> {
  const made = await envelopeFrom(parts, network, await inTransaction(parts.store, (tx) => rowsOf(tx, id)));
  if ("other" in made) throw refused(SAID.other(made.other));
  return dryRun ? {} : { run: await beginAgain(parts, made.envelope) };
}

/** The ledger says who did it and why. */
async function record({ store, now }: Parts, { id, network, admitted, claim, reason }: Found): Promise<void> {
  const decide = (book: Parameters<Parameters<typeof append>[2]>[0]): Writing => {
    const row: LedgerRow = {
      seq: book.seq + 1,
      at: network.clock === "real" ? now() : book.view.now,
      kind: "network.reset",
      subject: "network",
      key: `${claim.scope}:${claim.key}`,
      by: actorOf(admitted),
      role: ADMINISTRATOR,
      data: { to: rfc3339(book.view.now, network.plan.programme.zone) },
      ...(reason !== undefined && { reason }),
    };
    return { rows: [row], n: book.n, view: fold(book.view, [row]), deliveries: [], contributions: [], members: [] };
  };
  await append(store, id, decide, undefined, {});
}

const refused = (why: Text): Refused => new Refused({ key: "", ok: false, code: "state", why, unmet: [] });

const SAID = {
  broken: (seq: number): Text => ({
    da: `Loggen er ikke, som den blev skrevet (række ${seq}): npx fremdrift network verify. Læg en anden sikkerhedskopi tilbage. Intet er ændret.`,
    en: `The ledger is not as it was written (row ${seq}): npx fremdrift network verify. Put another backup back. Nothing was changed.`,
  }),
  noHistory: (n: number): Text => ({
    da: `Temporal har ikke længere det, netværket fortalte ved post ${n}. Læg en sikkerhedskopi tilbage, der rummer begge databaser. Intet er ændret.`,
    en: `Temporal no longer has what the network told at entry ${n}. Put a backup back that holds both databases. Nothing was changed.`,
  }),
  other: (n: number): Text => ({
    da: `Netværket kan ikke spilles igen, så det bliver det samme: post ${n} ville blive en anden. Læg en sikkerhedskopi tilbage, der rummer begge databaser. Intet er ændret.`,
    en: `The network cannot be played again so that it is the same: entry ${n} would be another. Put a backup back that holds both databases. Nothing was changed.`,
  }),
};
