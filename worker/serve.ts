// HTTP on this machine: one port for the API and the pages.
import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";

/** Only this machine reaches it; a proxy in front decides who else does. */
const HOST = "127.0.0.1";
/** Milliseconds that answers under way get when the server ends. */
const CLOSING = 1_000;

export type Serving = { url: string; close(): Promise<void> };

/** Serves requests on a port (0: any); throws an Error that names a taken port and the next step. */
export async function serve(fetch: (request: Request) => Response | Promise<Response>, port: number): Promise<Serving> {
  const answer = getRequestListener(fetch);
  const server = createServer((request, response) => void answer(request, response));
  await listen(server, port);
  const address = server.address() as { port: number };
  return {
    url: `http://${HOST}:${address.port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), CLOSING).unref();
      await closed;
    },
  };
}

/** Throws at once where a port is taken, before anything slow is started for it. */
export async function demandPort(port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, port);
  await new Promise((resolve) => probe.close(resolve));
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
    throw new Error(
      `Port ${port} kan ikke bruges (${error.code === "EACCES" ? "ingen rettighed" : "den er optaget"}). Vælg en anden med PORT=… (0 = en ledig).\n` +
        `Port ${port} cannot be used (${error.code === "EACCES" ? "no permission" : "it is taken"}). Choose another with PORT=… (0 = any).`,
    );
  });
}
