// What the client asks about a network's machines.
import type { InspectionJson, MoveJson, NewWhatIfJson, WhatIfJson } from "./inspection-shapes.ts";

type Call = <T>(method: string, path: string, body?: unknown, key?: string) => Promise<T>;

/** The client's functions about them, for who leads; each throws as the client says. */
export const inspectionCalls = (call: Call, of: (id: string) => string) => ({
  /** How the machines stand; with `at`, the number of an entry or an instant, how they stood. */
  inspection: (id: string, at?: string) =>
    call<InspectionJson>("GET", `${of(id)}/inspection${at === undefined ? "" : `?at=${encodeURIComponent(at)}`}`),
  /** What moved them after a move, by its number. */
  moves: (id: string, after = -1) => call<MoveJson[]>("GET", `${of(id)}/inspection/moves?after=${after}`),
  /** What would happen if; nothing does. */
  whatIf: (id: string, asked: NewWhatIfJson) => call<WhatIfJson>("POST", `${of(id)}/inspection/what-if`, asked),
});
