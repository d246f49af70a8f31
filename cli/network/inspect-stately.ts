// A server on this machine alone that speaks the protocol of @statelyai/inspect: whoever connects is told of the whole network so far,
// and then of what happens. That package's own server is not used: it listens on all interfaces and shows a page from elsewhere.
import { createInspector } from "@statelyai/inspect";
import type { AnyStateMachine } from "xstate";
import { WebSocket, WebSocketServer } from "ws";
import type { MoveJson } from "../../api/client.ts";
import { ROOT } from "../../machines/engine/types.ts";

export const LOOPBACK = "127.0.0.1";
/** Messages that are kept for who connects later: some ten years of a network. */
const MOST_KEPT = 50_000;
/** How deep a definition is told. */
const DEPTH = 60;
/** Bytes that somebody may send: nothing that they say is listened to. */
const MAX_PAYLOAD = 1_000;

/** A page of a browser comes from where it says; only those of this machine are let in. Programs say nothing. */
export function isFromHere(origin: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && ["localhost", LOOPBACK, "[::1]"].includes(new URL(origin).hostname);
}

export type Inspecting = {
  port: number;
  /** Tells everybody of one move. */
  tell(move: MoveJson): void;
  close(): void;
};

/** Begins to listen; `port` 0 is any that is free. `machines`: by the name that actors have them under. */
export async function serveStately(machines: Record<string, AnyStateMachine>, port: number): Promise<Inspecting> {
  const server = new WebSocketServer({
    host: LOOPBACK,
    port,
    maxPayload: MAX_PAYLOAD,
    verifyClient: ({ origin }) => isFromHere(origin),
  });
  await new Promise<void>((resolve, reject) => server.once("listening", resolve).once("error", reject));
  const kept: string[] = [];
  server.on("connection", (client: WebSocket) => {
    client.on("error", () => client.terminate());
    for (const message of kept) client.send(message);
  });
  const send = (message: object) => {
    const text = JSON.stringify(message);
    if (kept.length < MOST_KEPT) kept.push(text);
    for (const client of server.clients) if (client.readyState === WebSocket.OPEN) client.send(text);
  };
  const inspector = createInspector(
    // It calls an actor by its machine, of which there may be many.
    { send: (event) => send(event.type === "@xstate.actor" ? { ...event, name: event.sessionId } : event) },
    { serializationDepthLimit: DEPTH },
  );
  return {
    port: server.address().port,
    tell: teller(inspector, machines),
    close: () => {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

type Ref = { sessionId: string; logic: unknown; _parent?: Ref };

/** Of an actor that is new it is told what it is, of every other how it then stands. */
function teller(
  inspector: Pick<ReturnType<typeof createInspector>, "actor" | "event" | "snapshot">,
  machines: Record<string, AnyStateMachine>,
): (move: MoveJson) => void {
  const refs = new Map<string, Ref>();
  return ({ event, actors, gone }) => {
    const { type, ...about } = event;
    const happened = { ...about, type: String(event["trigger"] ?? type) };
    const root = refs.get(ROOT);
    if (root && actors.length > 0) inspector.event(root as never, happened);
    for (const { id, src, parent, status, value, context } of actors) {
      const snapshot = { status, value, context } as never;
      const known = refs.get(id);
      const above = parent === undefined ? undefined : refs.get(parent);
      const ref = known ?? {
        sessionId: id,
        logic: { config: machines[src]?.config },
        ...(above && { _parent: above }),
      };
      refs.set(id, ref);
      if (known) inspector.snapshot(ref as never, snapshot, { event: happened });
      else inspector.actor(ref as never, snapshot);
    }
    for (const id of gone) {
      inspector.snapshot(refs.get(id) as never, { status: "stopped" }, { event: happened });
      refs.delete(id);
    }
  };
}
