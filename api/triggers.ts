// Triggers: what a person asks of a network. And steps, where time is stepped.
import { createRoute } from "@hono/zod-openapi";
import { readEnd } from "../programmes/instant.ts";
import type { Instant, Plan } from "../programmes/types.ts";
import { mayAct } from "../machines/acting.ts";
import type { Entry } from "../machines/ledger.ts";
import { recipientsOf } from "../machines/recipients.ts";
import { askerOf, claimOf } from "./admission.ts";
import { demandNear } from "./ahead.ts";
import type { Routes } from "./app.ts";
import { alikeInPreview } from "./ideas.ts";
import { readEntries, titlesIn } from "./reads.ts";
import { bookOf } from "../store/journal.ts";
import { getNetwork } from "../store/networks.ts";
import { answers, json, KEYED, NETWORK_ID, problems } from "./openapi.ts";
import { ApiProblem, Refused } from "./problem.ts";
import {
  NewStepShape,
  NewTriggerShape,
  PreviewShape,
  SteppedShape,
  TriggeredShape,
  type SteppedJson,
} from "./shapes.ts";
import { consequencesJson } from "./previews.ts";
import { languageFor, languageOf } from "./words.ts";

export function addTriggerRoutes({ app, parts, admit, submit, asking, plans, once }: Routes): void {
  const trigger = createRoute({
    method: "post",
    path: "/api/networks/{id}/triggers",
    summary: "A trigger: open a phase, pin a meeting, answer, decide …",
    request: { params: NETWORK_ID, headers: KEYED, body: json(NewTriggerShape) },
    responses: { ...answers(200, TriggeredShape), ...problems(400, 401, 403, 404, 409, 413, 422, 503) },
  });
  app.openapi(trigger, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const body = c.req.valid("json");
    const claim = claimOf(c, admitted, body);
    const plan = await plans(id);
    const submitted = await once(
      claim,
      admitted,
      () => asking.ask(plan, admitted, { ...body, claim, language: languageOf(c.req.header("accept-language")) }),
      { savedByWork: true },
    );
    if (!submitted.ok) throw new Refused(submitted);
    await submit.told(id, submitted.n);
    const entries = await asking.told(plan, admitted, submitted);
    return c.json({ key: claim.key, entries, told: await reached(id, submitted.entries), state: submitted.state }, 200);
  });

  /** How many are told by what was sent. */
  const reached = async (id: string, entries: Pick<Entry, "kind" | "to" | "subject" | "at">[]): Promise<number> => {
    const sent = entries.filter(({ kind }) => kind === "message.sent");
    const book = sent.length > 0 ? await bookOf(parts.store, id) : undefined;
    const people = sent.flatMap(({ to = [], subject, at }) => (book ? recipientsOf(to, subject, book, at) : []));
    return new Set(people.map((person) => person.id)).size;
  };

  const preview = createRoute({
    method: "post",
    path: "/api/networks/{id}/previews",
    summary:
      "What a trigger would lead to: entries, who would be told, which reminders would be others; nothing happens",
    request: { params: NETWORK_ID, body: json(NewTriggerShape) },
    responses: { ...answers(200, PreviewShape), ...problems(400, 401, 403, 404, 409, 422, 503) },
  });
  app.openapi(preview, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const plan = await plans(id);
    const language = languageOf(c.req.header("accept-language"));
    const asked = asking.shaped(plan, admitted, c.req.valid("json"), language);
    const done = await submit.preview(id, { ...asked, key: "preview" });
    if (!done.ok) throw new Refused(done);
    const entries = await asking.told(plan, admitted, done);
    const alike = await alikeInPreview(parts.store, id, asked);
    const narration = await titlesIn(parts.store, (await getNetwork(parts.store, id))!, language);
    const told = { zone: plan.programme.zone, narration };
    return c.json({ ...consequencesJson(done.consequences, entries, told), ...alike }, 200);
  });

  const step = createRoute({
    method: "post",
    path: "/api/networks/{id}/steps",
    summary: "Moves time (stepped clock): to an instant, or to the next moment something is due",
    request: { params: NETWORK_ID, headers: KEYED, body: json(NewStepShape) },
    responses: { ...answers(200, SteppedShape), ...problems(400, 401, 403, 404, 409, 422, 503) },
  });
  app.openapi(step, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const { until } = c.req.valid("json");
    const claim = claimOf(c, admitted, { until });
    const network = admitted.network!;
    if (network.clock !== "stepped") throw new ApiProblem("wrong-clock", network.clock);
    const plan = await plans(id);
    if (!mayAct(plan.programme, askerOf(admitted), "openPhase", {})) throw new ApiProblem("not-allowed");
    const asked = until === undefined ? undefined : readEnd(until, plan.programme.zone);
    if (asked !== undefined) demandNear(asked, network.now, languageFor(c));
    return c.json(await once(claim, admitted, () => stepTo(id, plan, network.seq, network.now, asked)), 200);
  });

  const stepTo = async (
    id: string,
    plan: Plan,
    seq: number,
    now: Instant,
    asked: Instant | undefined,
  ): Promise<SteppedJson> => {
    const until = asked ?? (await submit.advance(id, now)).nextDue ?? now;
    const { state } = await submit.advance(id, until);
    const { zone } = plan.programme;
    return { entries: await readEntries(parts.store, id, { after: seq, zone }), state };
  };
}
