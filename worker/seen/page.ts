// The page that Prometheus reads, on a port of its own: ours, and what Temporal's SDK counts in this process.
import { createServer } from "node:net";
import { serve, type Place, type Serving } from "../serve.ts";

/** Milliseconds that the SDK has to tell its own. */
const SDK_WITHIN = 2_000;
const TYPE = "text/plain; version=0.0.4; charset=utf-8";

/**
 * Serves `GET /metrics` and nothing else. `sdk`: where the SDK tells its own, on this machine. Throws a HouseError that
 * names a place that cannot be had.
 */
export async function serveMetrics(
  place: Place,
  { text, sdk }: { text: () => Promise<string>; sdk?: string },
): Promise<Serving> {
  const answer = async (request: Request): Promise<Response> => {
    if (request.method !== "GET" || new URL(request.url).pathname !== "/metrics")
      return new Response("Metrics are at /metrics.\n", { status: 404 });
    const [own, others] = await Promise.all([text(), sdk === undefined ? "" : ofSdk(sdk)]);
    return new Response(`${own}${others}`, { headers: { "content-type": TYPE } });
  };
  return await serve(answer, place, { host: "METRICS_HOST", port: "METRICS_PORT" });
}

/** Without it the rest is still worth reading. */
const ofSdk = (address: string): Promise<string> =>
  fetch(`http://${address}/metrics`, { signal: AbortSignal.timeout(SDK_WITHIN) }).then(
    (answer) => answer.text(),
    () => "",
  );

/** An address on this machine whose port is free now: the SDK takes a port by number only. */
export async function freeAddress(): Promise<string> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return `127.0.0.1:${port}`;
}
