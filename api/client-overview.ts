// What the client asks about what waits and how networks stand.
import type { NowJson, OverviewFileJson, OverviewRowJson } from "./overview-shapes.ts";
import type { ChartJson, TimelineJson } from "./timeline-shapes.ts";
import type { ReminderRulesJson } from "./reminder-shapes.ts";
import type { WaitingListJson } from "./waiting-shapes.ts";

type Call = <T>(method: string, path: string, body?: unknown, key?: string) => Promise<T>;

const of = (id: string) => `/api/networks/${encodeURIComponent(id)}`;

/** The client's functions about them; each throws as the client says. */
export const overviewCalls = (call: Call) => ({
  /** What waits for whoever asks: across their networks, and in one. */
  waiting: () => call<WaitingListJson>("GET", "/api/me/waiting"),
  networkWaiting: (id: string) => call<WaitingListJson>("GET", `${of(id)}/waiting`),
  /** How a network stands: what its page shows first. */
  now: (id: string) => call<NowJson>("GET", `${of(id)}/now`),
  /** Everything that has a place in time; and the method's phases with how they stand. */
  timeline: (id: string) => call<TimelineJson>("GET", `${of(id)}/timeline`),
  chart: (id: string) => call<ChartJson>("GET", `${of(id)}/chart`),
  /** The rules that remind of things in a network, as they stand. */
  reminders: (id: string) => call<ReminderRulesJson>("GET", `${of(id)}/reminders`),
  /** All networks that whoever asks may see, in a table, and as a CSV file. */
  overview: () => call<OverviewRowJson[]>("GET", "/api/overview"),
  overviewFile: () => call<OverviewFileJson>("GET", "/api/overview?format=csv"),
});
