// A running network seen by the receivers of both inspectors, each the package's own: so far, and then as it goes on.
import { createRequire } from "node:module";
import { createWebSocketReceiver, type StatelyInspectionEvent } from "@statelyai/inspect";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { WebSocket } from "ws";
import { createClient } from "../../api/client.ts";
import { movesOf } from "../../cli/network/inspect-moves.ts";
import { serveBridge } from "../../cli/network/inspect-bridge.ts";
import { isFromHere, serveStately, type Inspecting } from "../../cli/network/inspect-stately.ts";
import { compile } from "../../machines/network/compile.ts";
import { useHouse } from "../support/house.ts";

const house = useHouse();
afterEach(() => vi.unstubAllGlobals());

/** A network of which an inspector is told, until the test is over. */
async function shown(serve: (machines: ReturnType<typeof compile>, port: number) => Promise<Inspecting>) {
  const network = await house.network();
  await network.step("2027-02-08");
  const fetch = async (url: string, init: RequestInit) => await house.api().app.request(url, init);
  const client = createClient({ url: "", token: house.admin, fetch });
  const place = await serve(compile(await client.plan(network.id)), 0);
  const ending = new AbortController();
  const telling = (async () => {
    for await (const move of movesOf(client, network.id, { signal: ending.signal, every: 20 })) place.tell(move);
  })();
  onTestFinished(async () => {
    ending.abort();
    await telling;
    place.close();
  });
  return { network, place };
}

test("@statelyai/inspect: every actor with its definition, and then the events and states as they come", async () => {
  const { network, place } = await shown(serveStately);
  const seen: StatelyInspectionEvent[] = [];
  createWebSocketReceiver({ server: `ws://127.0.0.1:${place.port}` }).subscribe((event) => void seen.push(event));
  const actors = () => seen.filter((event) => event.type === "@xstate.actor");
  await vi.waitFor(() => expect(actors().map(({ name }) => name)).toContain("item:m1"), 10_000);
  const root = actors().find(({ sessionId }) => sessionId === "network")!;
  expect(
    Object.keys((JSON.parse(root.definition!) as { states: { running: { states: object } } }).states.running.states),
  ).toContain("design");
  expect(actors().find(({ sessionId }) => sessionId === "item:m1")).toMatchObject({
    parentId: "network",
    rootId: "network",
  });

  await network.do("networkLead", "openPhase", { phase: "qualification" });
  const asked = () => seen.filter((event) => event.type === "@xstate.event").map(({ event }) => event.type);
  await vi.waitFor(() => expect(asked()).toContain("openPhase"), 10_000);
  const states = () => seen.filter((event) => event.type === "@xstate.snapshot" && event.sessionId === "network");
  await vi.waitFor(
    () => expect(states().at(-1)).toMatchObject({ snapshot: { value: { running: { qualification: "open" } } } }),
    10_000,
  );
  await network.do("networkLead", "addIdea", { title: "Ét nummer", text: "At ringe til" });
  await vi.waitFor(() => expect(actors().map(({ name }) => name)).toContain("idea:i1"), 10_000);
  expect(JSON.stringify(seen)).not.toContain("Ét nummer");
});

test("@xstate/inspect: its receiver shows our machine as one of XState 4, and the states that it comes to", async () => {
  const { network, place } = await shown(serveBridge);
  vi.stubGlobal("WebSocket", WebSocket);
  // As the bridge finds it: beside XState 4, which is not ours.
  const bridged = createRequire(new URL("../../bridge/package.json", import.meta.url));
  const { createWebSocketReceiver: receive } = bridged("@xstate/inspect") as { createWebSocketReceiver: Receive };
  expect((bridged("xstate/package.json") as { version: string }).version).toMatch(/^4\./);
  const seen: Received[] = [];
  const registered = (id: string) =>
    seen.find(({ type, sessionId }) => type === "service.register" && sessionId === id);
  receive({ server: `127.0.0.1:${place.port}` }).subscribe((event) => void seen.push(event));
  await vi.waitFor(() => expect(registered("network") ?? registered("item:m1")).toBeDefined(), 10_000);
  await vi.waitFor(() => expect(registered("item:m1")).toBeDefined(), 10_000);
  expect(registered("network")!.machine!.states["running"]!.states["design"]).toBeDefined();
  expect(registered("network")!.state!.matches({ running: { qualification: { waiting: "due" } } })).toBe(true);
  const guarded = registered("network")!.machine!.states["running"]!.states["qualification"]!.states["open"]!;
  expect(JSON.stringify(guarded.config)).toContain('"name":"gate (qualification, closes)"');

  await network.do("networkLead", "openPhase", { phase: "qualification" });
  const states = () => seen.filter(({ type, sessionId }) => type === "service.state" && sessionId === "network");
  await vi.waitFor(
    () =>
      expect(
        states()
          .at(-1)
          ?.state?.matches({ running: { qualification: "open" } }),
      ).toBe(true),
    10_000,
  );
  expect(states().at(-1)!.state!.event.type).toBe("openPhase");
});

test("both listen on this machine alone, to nobody from elsewhere, and say where a port is taken", async () => {
  for (const serve of [serveStately, serveBridge]) {
    const place = await serve({}, 0);
    onTestFinished(() => place.close());
    const foreign = new WebSocket(`ws://127.0.0.1:${place.port}`, { origin: "https://example.org" });
    const said = await new Promise((resolve) => foreign.once("open", () => resolve("in")).once("error", resolve));
    expect(String(said)).toContain("401");
    await expect(serve({}, place.port)).rejects.toThrow("EADDRINUSE");
  }
  const origins = [
    "http://localhost:5173",
    "http://127.0.0.1",
    undefined,
    "https://stately.ai",
    "null",
    "http://localhost.example.org",
  ];
  expect(origins.map(isFromHere)).toEqual([true, true, true, false, false, false]);
});

type Node = { states: Record<string, Node>; config: object };
type Received = {
  type: string;
  sessionId: string;
  machine?: Node;
  state?: { matches(value: object): boolean; event: { type: string } };
};
type Receive = (options: { server: string }) => { subscribe(next: (event: Received) => void): void };
