// HTTP on this machine: one port for the API and the pages.
import { createServer, type Server } from "node:http";
import { isIPv6 } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Text } from "../programmes/types.ts";
import { HouseError } from "./house-error.ts";

/** An IP address of this machine, or all of them, and a port (0: any). */
export type Place = { host: string; port: number };

/** The settings that name a place. */
type Names = { host: string; port: string };
const USUAL: Names = { host: "HOST", port: "PORT" };

/** Milliseconds that answers under way get when the server ends. */
const CLOSING = 1_000;

export type Serving = { url: string; close(): Promise<void> };

/**
 * Serves requests at a place. `url` is where this machine reaches it. Throws a HouseError that names a place that cannot be
 * had, and the next step: another value of the settings in `names`.
 */
export async function serve(
  fetch: (request: Request) => Response | Promise<Response>,
  place: Place,
  names = USUAL,
): Promise<Serving> {
  const answer = getRequestListener(fetch);
  const server = createServer((request, response) => void answer(request, response));
  await listen(server, place, names);
  const { port } = server.address() as { port: number };
  return {
    url: `http://${nameOf(place.host)}:${port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), CLOSING).unref();
      await closed;
    },
  };
}

/** Throws at once where a place cannot be had, before anything slow is started for it. */
export async function demandPlace(place: Place): Promise<void> {
  const probe = createServer();
  await listen(probe, place);
  await new Promise((resolve) => probe.close(resolve));
}

async function listen(server: Server, { host, port }: Place, names = USUAL): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    const why = WHY[error.code ?? ""];
    throw why ? new HouseError(why({ host, port }, names), error) : error;
  });
}

const WHY: Record<string, (place: Place, names: Names) => Text> = {
  EADDRINUSE: ({ port }, names) => ({
    da: `Port ${port} kan ikke bruges (den er optaget). Vælg en anden med ${names.port}=… (0 = en ledig).`,
    en: `Port ${port} cannot be used (it is taken). Choose another with ${names.port}=… (0 = any).`,
  }),
  EACCES: ({ port }, names) => ({
    da: `Port ${port} kan ikke bruges (ingen rettighed). Vælg en anden med ${names.port}=… (0 = en ledig).`,
    en: `Port ${port} cannot be used (no permission). Choose another with ${names.port}=… (0 = any).`,
  }),
  EADDRNOTAVAIL: ({ host }, names) => ({
    da: `Denne maskine har ikke adressen ${host}. Fjern ${names.host}, eller sæt den til 0.0.0.0 for alle adresser.`,
    en: `This machine does not have the address ${host}. Remove ${names.host}, or set it to 0.0.0.0 for all addresses.`,
  }),
};

/** All addresses are none that can be asked. */
function nameOf(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return isIPv6(host) ? `[${host}]` : host;
}
