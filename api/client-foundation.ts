// What a network stands on, from outside.
import type { Call } from "./client-sessions.ts";
import type { FoundationJson } from "./foundation-shapes.ts";

/** `of`: the path of a network. */
export const foundationCalls = (call: Call, of: (id: string) => string) => ({
  /** Agreements, the theme's characteristics, local tracks and conditions. */
  foundation: (id: string) => call<FoundationJson>("GET", `${of(id)}/foundation`),
});
