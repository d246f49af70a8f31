// Shows a running network to receivers of @xstate/inspect, on this machine alone. A process of its own, so that XState 4 never meets
// XState 5: what it shows comes line by line on standard input, and it says on standard output where it listens.
import { createInterface } from "node:readline";
import { inspect } from "@xstate/inspect/lib/server.js";
import { WebSocketServer } from "ws";
import { createServices } from "./services.mjs";

const HOST = "127.0.0.1";
/** Bytes of one message of a receiver. */
const MAX_PAYLOAD = 10_000;

/** Pages of a browser say where they are from: only those of this machine are let in. */
const isFromHere = ({ origin }) =>
  origin === undefined || (URL.canParse(origin) && ["localhost", HOST, "[::1]"].includes(new URL(origin).hostname));

const server = new WebSocketServer({
  host: HOST,
  port: Number(process.argv[2] ?? 0),
  maxPayload: MAX_PAYLOAD,
  verifyClient: isFromHere,
});

/** Of all that a receiver may say only that it looks is passed on. */
const greeted = (client) => ({
  on: (name, hear) =>
    client.on(name, (data, isBinary) => {
      if (!isBinary && isGreeting(data.toString())) hear(data, isBinary);
    }),
});

function isGreeting(text) {
  try {
    return JSON.parse(text).type === "xstate.inspecting";
  } catch {
    return false;
  }
}

inspect({
  server: {
    clients: server.clients,
    close: () => server.close(),
    on: (name, hear) =>
      server.on(name, (client) => {
        client?.on("error", () => client.terminate());
        hear(client && greeted(client));
      }),
  },
});

const take = createServices(globalThis.__xstate__);
const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => take(JSON.parse(line)));
// Whoever began it has ended.
lines.on("close", () => process.exit(0));

server.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
server.on("listening", () => process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`));
