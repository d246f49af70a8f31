// Requests as they are seen: by the pattern of their address, never by the address, which may hold who somebody is or a secret.
import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Meters, Request } from "./meters.ts";
import type { Traces } from "./traces.ts";

/** Methods that are told apart. */
export const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** The pattern of what no route answers. */
export const NOWHERE = "none";

type Watching = {
  meters?: Meters;
  traces?: Traces;
  /** Told of each request. */
  told?: (request: Request) => void;
  /** A proxy of our own is in front: then the trace that a request says it is part of is believed. */
  behindProxy: boolean;
};

/** Watches requests that come from outside; what pages ask of the API in this process is part of those. */
export function requestsSeen({ meters, traces, told, behindProxy }: Watching): MiddlewareHandler {
  const timed = async (c: Context, next: () => Promise<void>): Promise<Request> => {
    const begun = performance.now();
    await next();
    const route = patternOf(c);
    const { method } = c.req;
    const seen: Request = {
      part: partOf(route),
      route,
      method: METHODS.includes(method) ? method : "other",
      status: c.res.status,
      seconds: (performance.now() - begun) / 1_000,
    };
    meters?.request(seen);
    told?.(seen);
    return seen;
  };
  return async (c, next) => {
    if (!isFromOutside(c)) return await next();
    if (!traces) return void (await timed(c, next));
    const under = behindProxy ? traces.from({ traceparent: c.req.header("traceparent") ?? "" }) : undefined;
    await traces.within({ name: "request", kind: "SERVER", under }, async (span) => {
      const { route, method, status } = await timed(c, next);
      span.updateName(`${method} ${route}`);
      span.setAttributes({ "http.request.method": method, "http.route": route, "http.response.status_code": status });
    });
  };
}

/** Whoever serves hands over the request as Node has it; what asks in the same process has none. */
const isFromOutside = (c: Context): boolean => "incoming" in ((c.env ?? {}) as object);

/** The pattern of the route that answered. */
function patternOf(c: Context): string {
  const route = routePath(c);
  return ["", "*", "/*"].includes(route) ? NOWHERE : route;
}

function partOf(route: string): Request["part"] {
  if (route.startsWith("/api/")) return "api";
  return ["/healthz", "/readyz"].includes(route) ? "health" : "page";
}
