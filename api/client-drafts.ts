// What the client asks about networks that are planned, before there is one.
import type {
  DraftMessagesJson,
  NetworkDraftChangeJson,
  NetworkDraftJson,
  NetworkDraftLineJson,
  NewDraftNetworkJson,
} from "./network-draft-shapes.ts";
import type { LogJson } from "./log.ts";
import type { NetworkDetailJson } from "./shapes.ts";

type Call = <T>(method: string, path: string, body?: unknown, key?: string) => Promise<T>;

const PLACE = "/api/network-drafts";
const of = (id: string) => `${PLACE}/${encodeURIComponent(id)}`;

/** The client's functions about drafts of networks; each throws as the client says. */
export const draftCalls = (call: Call) => ({
  networkDrafts: () => call<NetworkDraftLineJson[]>("GET", PLACE),
  networkDraft: (id: string) => call<NetworkDraftJson>("GET", of(id)),
  planNetwork: (chosen: NetworkDraftChangeJson, key?: string) => call<NetworkDraftJson>("POST", PLACE, chosen, key),
  /** What is left out stays as it is. */
  changeNetworkDraft: (id: string, chosen: NetworkDraftChangeJson) => call<NetworkDraftJson>("PATCH", of(id), chosen),
  removeNetworkDraft: (id: string) => call<{ id: string; removed: true }>("DELETE", of(id)),
  /** The messages that would go, and how each would read. */
  draftMessages: (id: string) => call<DraftMessagesJson>("GET", `${of(id)}/messages`),
  makeDraftNetwork: (id: string, asked: NewDraftNetworkJson, key?: string) =>
    call<NetworkDetailJson>("POST", `${of(id)}/networks`, asked, key),
  /** The picture of a programme. */
  picture: (programme: string, kind: "statechart" | "timeline") =>
    call<{ svg: string }>("GET", `/api/programmes/${encodeURIComponent(programme)}/picture?kind=${kind}`),
  /** What happened in a network, in words, the newest first. */
  log: (network: string, limit: number) =>
    call<LogJson>("GET", `/api/networks/${encodeURIComponent(network)}/log?limit=${limit}`),
});
