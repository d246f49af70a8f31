// Triggers: what a person asks of a network. And steps, where time is stepped.
import { createRoute } from "@hono/zod-openapi";
import { entryJson } from "../machines/entry-json.ts";
import { readEnd } from "../programmes/instant.ts";
import type { Instant, Plan } from "../programmes/types.ts";
import type { Trigger } from "../machines/trigger.ts";
import { refusals } from "../machines/refusals.ts";
import { shape } from "../machines/trigger-shapes.ts";
import { isTrigger, rolesFor } from "../machines/trigger-types.ts";
import { emailsOf, enrol } from "../store/people.ts";
import { actorOf, claimOf, roleFor, type Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import type { Claim } from "./once.ts";
import { readEntries } from "./reads.ts";
import { answers, json, KEYED, NETWORK_ID, problems } from "./openapi.ts";
import { ApiProblem, badInput, Refused } from "./problem.ts";
import {
  NewStepShape,
  NewTriggerShape,
  SteppedShape,
  TriggeredShape,
  type SteppedJson,
  type TriggeredJson,
} from "./shapes.ts";
import type { Submitted } from "./submit.ts";
import { languageOf, type Language } from "./words.ts";

export function addTriggerRoutes({ app, parts, admit, submit, plans, once }: Routes): void {
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
      () => ask(id, admitted, plan, body, claim, languageOf(c.req.header("accept-language"))),
      { savedByWork: true },
    );
    if (!submitted.ok) throw new Refused(submitted);
    submit.told(id, submitted.n);
    return c.json(await triggered(plan, admitted, claim.key, submitted), 200);
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
    if (!rolesFor(plan.programme, "openPhase").includes(roleFor(admitted, plan.programme, "openPhase")))
      throw new ApiProblem("not-allowed");
    const asked = until === undefined ? undefined : readEnd(until, plan.programme.zone);
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

  const ask = async (
    id: string,
    admitted: Admitted,
    plan: Plan,
    { type, data }: { type: string; data?: Record<string, unknown> | undefined },
    claim: Claim,
    language: Language,
  ): Promise<Submitted> => {
    if (!isTrigger(type)) throw badInput([{ path: "type", message: refusals.unknown(type)[language] }]);
    const shaped = shape(type, data, plan.programme.zone, language);
    if (!shaped.ok) throw badInput(shaped.problems);
    const { network, principal } = admitted;
    const at = network!.clock === "real" ? parts.now() : network!.now;
    const key = `${principal.id}:${claim.key}`;
    const role = roleFor(admitted, plan.programme, type, shaped.data);
    if (admitted.happened) return await submit.found(id, key, claim);
    const mayAdd = type === "addPerson" && rolesFor(plan.programme, type).includes(role);
    const joins = mayAdd ? { personId: await personIdOf(shaped.data) } : {};
    return await submit.trigger(
      id,
      { key, at, by: actorOf(admitted), role, type, data: { ...shaped.data, ...joins } },
      claim,
    );
  };

  /** Whoever joins is the same person in every network. */
  const personIdOf = async ({ email, name, language }: Trigger["data"]): Promise<string> => {
    const person = { id: parts.newId(), email: String(email), name: String(name ?? email) };
    const known = await enrol(parts.store, [{ ...person, language: language === "en" ? "en" : "da" }]);
    return known.get(person.id)!;
  };

  const triggered = async (
    plan: Plan,
    admitted: Admitted,
    key: string,
    { entries, state }: Extract<Submitted, { ok: true }>,
  ): Promise<TriggeredJson> => {
    const { personId, email } = admitted.principal;
    const others = entries.flatMap(({ data }) => [data?.["person"], data?.["from"], data?.["to"]]);
    const ids = others.filter((id) => typeof id === "string");
    const emails = ids.length > 0 ? await emailsOf(parts.store, ids) : new Map<string, string>();
    const emailOf = (person: string) => (person === personId ? email : emails.get(person));
    return { key, entries: entries.map((entry) => entryJson(entry, { zone: plan.programme.zone, emailOf })), state };
  };
}
