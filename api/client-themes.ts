// What the client asks about what comes before a network: theme proposals, the forum's days, roles in the organisation.
import type { NetworkDetailJson } from "./shapes.ts";
import type {
  ForumMeetingsJson,
  NewDecisionJson,
  NewHoursJson,
  NewOfficesJson,
  NewThemeJson,
  NewThemeNetworkJson,
  NewWithdrawalJson,
  OfficesJson,
  ThemeProposalJson,
} from "./theme-shapes.ts";

type Call = <T>(method: string, path: string, body?: unknown, key?: string) => Promise<T>;

const PLACE = "/api/theme-proposals";
const of = (id: string) => `${PLACE}/${encodeURIComponent(id)}`;

/** The client's functions about themes; each throws as the client says. */
export const themeCalls = (call: Call) => ({
  themeProposals: ({ waiting = false }: { waiting?: boolean } = {}) =>
    call<ThemeProposalJson[]>("GET", waiting ? `${PLACE}?waiting=true` : PLACE),
  themeProposal: (id: string) => call<ThemeProposalJson>("GET", of(id)),
  proposeTheme: (theme: NewThemeJson, key?: string) => call<ThemeProposalJson>("POST", PLACE, theme, key),
  decideTheme: (id: string, decision: NewDecisionJson, key?: string) =>
    call<ThemeProposalJson>("POST", `${of(id)}/decisions`, decision, key),
  withdrawTheme: (id: string, why: NewWithdrawalJson, key?: string) =>
    call<ThemeProposalJson>("POST", `${of(id)}/withdrawals`, why, key),
  /** What the line manager says of the proposer's hours. */
  agreeThemeHours: (id: string, hours: NewHoursJson, key?: string) =>
    call<ThemeProposalJson>("POST", `${of(id)}/hours`, hours, key),
  /** The network of an accepted proposal. */
  startTheme: (id: string, asked: NewThemeNetworkJson = {}, key?: string) =>
    call<NetworkDetailJson>("POST", `${of(id)}/networks`, asked, key),
  forumMeetings: () => call<ForumMeetingsJson>("GET", "/api/forum-meetings"),
  setForumMeetings: (dates: string[]) => call<ForumMeetingsJson>("PUT", "/api/forum-meetings", { dates }),
  offices: () => call<OfficesJson>("GET", "/api/offices"),
  setOffices: (offices: NewOfficesJson["offices"]) => call<OfficesJson>("PUT", "/api/offices", { offices }),
});
