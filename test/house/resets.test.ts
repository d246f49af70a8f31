// Resets: how far back, how often, and who may. What comes again is told once.
import { setTimeout as sleep } from "node:timers/promises";
import { decodeArrayFromPayloads } from "@temporalio/common/lib/internal-non-workflow/index.js";
import { describe, expect, test } from "vitest";
import { instantOf } from "../../api/engine-health.ts";
import type { ResetJson } from "../../api/shapes.ts";
import type { TestNetwork } from "../support/house.ts";
import { engineOf, first, handleOf, later, PATIENT, reset, story, useServedHouse } from "./standing-still.ts";

const { house, command } = useServedHouse();

/** What its workflow told the ledger in its current run, as its history has it. */
async function toldIn(network: TestNetwork): Promise<unknown[]> {
  const { events } = await handleOf(house, network).fetchHistory();
  const { loadedDataConverter } = house.parts.temporal.options;
  const inputs = await Promise.all(
    (events ?? []).map(({ activityTaskScheduledEventAttributes: asked }) =>
      decodeArrayFromPayloads(loadedDataConverter, asked?.input?.payloads),
    ),
  );
  return inputs.flat().flatMap((input) => (input as { told: unknown[] }).told);
}

describe("a reset", () => {
  test("goes back to the last task before a time, and what came later comes again", async () => {
    const [network, twin] = [await house.network(), await house.network()];
    await Promise.all([first(network), first(twin)]);
    const { events = [] } = await handleOf(house, network).fetchHistory();
    const done = (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes);
    const at = new Date(instantOf(done[4]!.eventTime) + 1).toISOString();
    const [from, all] = [await reset(house, network, { at }), (await reset(house, twin)).body];
    expect(from).toMatchObject({ status: 201, body: { event: Number(done[4]!.eventId) } });
    expect(Date.parse(from.body.to!)).toBe(Date.parse(at) - 1);
    expect(from.body.again).toBeLessThan(all.again!);
    await Promise.all([later(network), later(twin)]);
    expect(await story(network)).toEqual(await story(twin));
  });

  test("on the real clock what comes again happens at the instants at which it was asked for", async () => {
    const network = await house.network({ clock: "real" });
    await network.do("networkLead", "openPhase", { phase: "design" });
    await network.do("networkLead", "pinItem", { item: "m1", start: "2027-03-17T09:00" });
    await network.do("coreMember", "addIdea", { title: "Ring op" });
    // The ledger's last entry is written a moment after the answer.
    const isAll = async () => JSON.stringify(await toldIn(network)).includes("idea.captured");
    await expect.poll(isAll, PATIENT).toBe(true);
    const before = await toldIn(network);
    await sleep(1_000);
    expect(await reset(house, network)).toMatchObject({ status: 201 });
    await expect.poll(isAll, PATIENT).toBe(true);
    expect(await toldIn(network)).toEqual(before);
  });

  test("with a key happens once, and may come again after another", async () => {
    const network = await house.network();
    await first(network);
    const asked = { body: { reason: "Prøve" }, key: "one-reset" };
    const ask = () => house.ask<ResetJson>("POST", `/api/networks/${network.id}/resets`, asked);
    const [one, two] = [await ask(), await ask()];
    house.restartApi();
    expect([two.body, (await ask()).body]).toEqual([one.body, one.body]);
    const resets = async () => (await network.ledger()).filter(({ kind }) => kind === "network.reset").length;
    expect(await resets()).toBe(1);
    const again = await reset(house, network);
    expect(again.body.again).toBe(one.body.again);
    expect(await resets()).toBe(2);
    await later(network);
  });

  test("whose answer was lost is answered when it is asked again: done twice, it is told once and does no harm", async () => {
    const [network, twin] = [await house.network(), await house.network()];
    await Promise.all([first(network), first(twin)]);
    const service = house.parts.temporal.workflowService;
    const reallyReset = service.resetWorkflowExecution;
    service.resetWorkflowExecution = (async (request: Parameters<typeof reallyReset>[0]) => {
      service.resetWorkflowExecution = reallyReset;
      await reallyReset.call(service, request);
      await house.parts.temporal.withDeadline(Date.now() - 1, () => service.getSystemInfo({}));
    }) as never;
    const ask = () =>
      house.ask<ResetJson>("POST", `/api/networks/${network.id}/resets`, { body: {}, key: "lost-reset" });
    expect(await ask()).toMatchObject({ status: 503, body: { code: "no-temporal" } });
    expect(await ask()).toMatchObject({ status: 201, body: { again: 4 } });
    expect((await network.ledger()).filter(({ kind }) => kind === "network.reset")).toHaveLength(1);
    await Promise.all([later(network), later(twin)]);
    expect(await story(network)).toEqual(await story(twin));
  });

  test("is refused: before its run, of no time, without the right, after its end, where there is none", async () => {
    const network = await house.network();
    const early = await reset(house, network, { at: "2020-01-01T09:00" });
    expect(early).toMatchObject({
      status: 422,
      body: { errors: [{ path: "at", message: expect.stringMatching(/20\d\d-/) }] },
    });
    expect(await reset(house, network, { at: "i går" })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "at" }] },
    });
    await first(network);
    const late = await command(`network reset ${network.id} --at 2099-01-01T09:00 --lang en`);
    expect([late.code, late.out]).toEqual([
      0,
      expect.stringMatching(/^The network goes on from .*; (0 things|1 thing) that came/),
    ]);
    expect((await command(`network reset ${network.id} --at nu`)).code).toBe(2);
    const as = await network.tokenOf("networkLead");
    const mine = await house.ask("POST", `/api/networks/${network.id}/resets`, { body: {}, as });
    expect(mine).toMatchObject({ status: 403, body: { code: "not-allowed" } });
    expect(await house.ask("POST", "/api/networks/none/resets", { body: {} })).toMatchObject({ status: 404 });
    await network.do("networkLead", "stopNetwork", { reason: "Prøve" });
    await network.do("referenceManager", "stopNetwork", { reason: "Prøve" });
    expect(await engineOf(network)).toMatchObject({ status: "ended" });
    expect(await reset(house, network)).toMatchObject({ status: 409, body: { code: "ended" } });
  });
});
