// What the client asks about the upkeep of an installation, and of networks that do not go on.
import type { Call } from "./client-sessions.ts";
import type { MachineVersionsJson, MigrationJson, NewMigrationJson } from "./machine-shapes.ts";
import type { RebuiltJson } from "./rebuild-shapes.ts";
import type { CheckJson, ResetJson } from "./shapes.ts";

/** Sends one request; throws ApiError or NotReached. */
type Send = (method: string, path: string, body?: unknown, key?: string) => Promise<Response>;

const of = (id: string) => `/api/networks/${encodeURIComponent(id)}`;

/** The client's functions about it; each throws as the client says. */
export const upkeepCalls = (call: Call, send: Send) => ({
  checks: () => call<CheckJson[]>("GET", "/api/checks"),
  /** A backup, as it comes; its end may be missing where the connection broke. */
  backup: () => send("GET", "/api/backup"),
  machineVersions: () => call<MachineVersionsJson>("GET", "/api/machines/versions"),
  migrate: (asked: NewMigrationJson, key?: string) =>
    call<MigrationJson>("POST", "/api/machines/migrations", asked, key),
  reset: (id: string, asked: { at?: string; reason?: string } = {}, key?: string) =>
    call<ResetJson>("POST", `${of(id)}/resets`, asked, key),
  /** Lets the store and the workflow of a network agree again. */
  rebuild: (id: string, asked: { dryRun?: boolean; reason?: string } = {}, key?: string) =>
    call<RebuiltJson>("POST", `${of(id)}/rebuilds`, asked, key),
});
