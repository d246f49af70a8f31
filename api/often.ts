// How often somebody may try: counted by where they come from, in windows of time.
import type { Context, MiddlewareHandler } from "hono";
import { ApiProblem } from "./problem.ts";

/** Tries in a window of milliseconds; addresses that are remembered at once. */
export const OFTEN = { tries: 30, window: 15 * 60_000, remembered: 50_000 };

/**
 * Turns away whoever has tried too often, with `too-often`. `proxies`: so many proxies of our own stand before this
 * process, each of which adds where it was asked from. Requests of this process itself are not counted.
 */
export function createOften({ now, proxies }: { now: () => number; proxies: number }): MiddlewareHandler {
  let [began, counts] = [now(), new Map<string, number>()];
  return async (c, next) => {
    const from = c.req.method === "POST" ? placeOf(c, proxies) : undefined;
    if (from === undefined) return await next();
    if (now() - began >= OFTEN.window || counts.size >= OFTEN.remembered) [began, counts] = [now(), new Map()];
    const tries = (counts.get(from) ?? 0) + 1;
    counts.set(from, tries);
    if (tries > OFTEN.tries) throw new ApiProblem("too-often");
    return await next();
  };
}

/** The address a request came from, as the outermost proxy of ours saw it. */
function placeOf(c: Context, proxies: number): string | undefined {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const peer = incoming?.socket?.remoteAddress;
  if (peer === undefined) return undefined;
  const said = (c.req.header("x-forwarded-for") ?? "").split(",").map((one) => one.trim());
  return (proxies > 0 && said.at(-proxies)) || peer;
}
