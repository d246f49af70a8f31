// The API from outside: what the command line and the pages speak.
import { randomUUID } from "node:crypto";
import type { AnswerLinkJson, LinkAnsweredJson, NewLinkAnswerJson } from "./answer-shapes.ts";
import type { CardJson } from "./cards.ts";
import { meetingCalls } from "./client-meetings.ts";
import { sessionsOf } from "./client-sessions.ts";
import type { MadeJson, NewCloneJson } from "./clones.ts";
import type { EditionJson } from "./editions.ts";
import type { DecisionJson } from "./decision-shapes.ts";
import type { IdeaStoryJson } from "./idea-story-shapes.ts";
import type { BallotJson, DiscoveryJson, IdeaJson, ThemeJson } from "./idea-shapes.ts";
import type { FeedJson, MadeFeedJson, NewFeedJson } from "./feeds.ts";
import type { ExportJson } from "./exports.ts";
import type { BudgetJson, EffortJson, MonitoringJson } from "./account-shapes.ts";
import type { ChangeJson, VerificationJson } from "./audit.ts";
import type {
  FileJson,
  HomeworkJson,
  HomeworkLineJson,
  HomeworkListJson,
  LinkJson,
  MeetingJson,
  MeetingLineJson,
} from "./meeting-shapes.ts";
import type { MessageJson } from "./messages.ts";
import type { NetworkPollJson, PollLinkJson } from "./poll-shapes.ts";
import type { NetworkSignUpJson, NewSignUpJson, SignUpJson } from "./signup-shapes.ts";
import type { ReportJson } from "./report.ts";
import type { ChartJson, TimelineJson } from "./timeline-shapes.ts";
import type { PeopleJson, RosterJson } from "./people-shapes.ts";
import { peopleCalls } from "./client-people.ts";
import type { MeJson } from "./preferences.ts";
import type { MachineVersionsJson, MigrationJson } from "./machine-shapes.ts";
import type {
  AgendaJson,
  CheckJson,
  EntryJson,
  NetworkDetailJson,
  NetworkJson,
  NewNetworkJson,
  PreviewJson,
  ProblemJson,
  SteppedJson,
  TokenJson,
  TriggeredJson,
} from "./shapes.ts";
import { overviewCalls } from "./client-overview.ts";
import { foundationCalls } from "./client-foundation.ts";
import { inspectionCalls } from "./client-inspection.ts";
import { themeCalls } from "./client-themes.ts";
import { upkeepCalls } from "./client-upkeep.ts";
import { draftCalls } from "./client-drafts.ts";
import type { ComingJson, WaitingJson, WaitingListJson } from "./waiting-shapes.ts";
import type { NowJson, OverviewRowJson } from "./overview-shapes.ts";
import type { ProgrammeSummary } from "../programmes/show.ts";
import type { Plan } from "../programmes/types.ts";

// What it answers with, for who speaks it.
export type { ForumMeetingsJson, NewThemeJson, OfficesJson, ThemeProposalJson } from "./theme-shapes.ts";
export type { FoundationJson } from "./foundation-shapes.ts";
export type { InspectionJson, MoveJson, WhatIfJson } from "./inspection-shapes.ts";
export type { SessionJson } from "./session-shapes.ts";
export type {
  FeedJson,
  NetworkJson,
  NowJson,
  OverviewRowJson,
  ComingJson,
  WaitingJson,
  WaitingListJson,
  CardJson,
  TriggeredJson,
  DecisionJson,
  IdeaStoryJson,
  BallotJson,
  DiscoveryJson,
  IdeaJson,
  ThemeJson,
  AnswerLinkJson,
  NewLinkAnswerJson,
  NetworkPollJson,
  PollLinkJson,
  NetworkSignUpJson,
  NewSignUpJson,
  SignUpJson,
  ProblemJson,
  EditionJson,
  MadeJson,
  PeopleJson,
  RosterJson,
  PreviewJson,
  AgendaJson,
  CheckJson,
  EntryJson,
  MachineVersionsJson,
  MeJson,
  FileJson,
  HomeworkJson,
  HomeworkLineJson,
  HomeworkListJson,
  LinkJson,
  MeetingJson,
  MeetingLineJson,
  MessageJson,
  MigrationJson,
  NetworkDetailJson,
  ChangeJson,
  VerificationJson,
  BudgetJson,
  EffortJson,
  MonitoringJson,
  ChartJson,
  TimelineJson,
};

/** A programme in a list; `weeks` where it counts in them. */
export type ListedProgramme = ProgrammeSummary & { description: string; weeks: number | null };

/** The API said no: `problem` is what it said. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly problem: ProblemJson;

  constructor(problem: ProblemJson) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Nobody answers at the address. */
export class NotReached extends Error {
  override readonly name = "NotReached";
  readonly url: string;

  constructor(url: string, cause: unknown) {
    super(`nobody answers at ${url}`, { cause });
    this.url = url;
  }
}

export type Language = "da" | "en";

export type ClientOptions = {
  url: string;
  /** Absent: whoever asks by a link from a mail. */
  token?: string;
  language?: Language;
  /** In tests: an app's own `request` instead of the network. */
  fetch?: (url: string, init: RequestInit) => Response | Promise<Response>;
};

export type FremdriftClient = ReturnType<typeof createClient>;

/** A client with one function for each thing the API does. All throw ApiError or NotReached. */
export function createClient({ url, token, language = "da", fetch: ask = fetch }: ClientOptions) {
  const send = async (method: string, path: string, body?: unknown, key?: string): Promise<Response> => {
    const isFile = body instanceof Uint8Array;
    const headers: Record<string, string> = { "accept-language": language };
    if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
    if (body !== undefined) headers["content-type"] = isFile ? "application/octet-stream" : "application/json";
    if (method === "POST") headers["idempotency-key"] = key ?? randomUUID();
    const content = isFile ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body);
    const init = { method, headers, ...(body !== undefined && { body: content }) };
    let response: Response;
    try {
      response = await ask(`${url}${path}`, init);
    } catch (error) {
      throw new NotReached(url, error);
    }
    if (response.ok) return response;
    const text = await response.text();
    throw new ApiError((jsonOf(text) as ProblemJson | undefined) ?? strange(response, text));
  };
  const call = async <T>(method: string, path: string, body?: unknown, key?: string): Promise<T> =>
    jsonOf(await (await send(method, path, body, key)).text()) as T;
  const of = (id: string) => `/api/networks/${encodeURIComponent(id)}`;

  return {
    ...sessionsOf(call),
    ...peopleCalls(call, of),
    ...themeCalls(call),
    ...foundationCalls(call, of),
    ...overviewCalls(call),
    ...inspectionCalls(call, of),
    ...draftCalls(call),
    ...meetingCalls(call, send),
    ...upkeepCalls(call, send),
    networks: () => call<NetworkJson[]>("GET", "/api/networks"),
    network: (id: string) => call<NetworkDetailJson>("GET", of(id)),
    /** A network in a few words, and what you may do to it. */
    card: (id: string) => call<CardJson>("GET", `${of(id)}/card`),
    createNetwork: (network: NewNetworkJson, key?: string) =>
      call<NetworkDetailJson>("POST", "/api/networks", network, key),
    /** A network with the plan of an earlier one, from another start. */
    cloneNetwork: (clone: NewCloneJson, key?: string) => call<MadeJson>("POST", "/api/networks", clone, key),
    /** A sample network of a programme, played on the scaled clock. */
    createDemo: (demo: { programme?: string; weeksPerSecond?: number }, key?: string) =>
      call<NetworkDetailJson>("POST", "/api/demos", demo, key),
    ledger: (id: string, { after = 0, limit }: { after?: number; limit?: number } = {}) =>
      call<EntryJson[]>("GET", `${of(id)}/ledger?after=${after}${limit === undefined ? "" : `&limit=${limit}`}`),
    exportNetwork: (id: string, format: ExportJson["format"]) =>
      call<ExportJson>("GET", `${of(id)}/export?format=${format}`),
    /** The network beside the programme that is shipped now, or beside the one of a file. */
    edition: (id: string, file?: object) =>
      file === undefined
        ? call<EditionJson>("GET", `${of(id)}/edition`)
        : call<EditionJson>("POST", `${of(id)}/edition`, { programme: file }),
    /** What was sent, suppressed or failed, and what became of each mail. */
    messages: (id: string) => call<MessageJson[]>("GET", `${of(id)}/messages`),
    /** Measurements compared; hours planned beside recorded; money planned, spent and left. */
    monitoring: (id: string) => call<MonitoringJson>("GET", `${of(id)}/monitoring`),
    effort: (id: string) => call<EffortJson>("GET", `${of(id)}/effort`),
    budget: (id: string) => call<BudgetJson>("GET", `${of(id)}/budget`),
    /** The network's report as one HTML document; with names of people only where they are asked for. */
    report: (id: string, names = false) => call<ReportJson>("GET", `${of(id)}/report${names ? "?names=true" : ""}`),
    /** Whether the ledger is as it was written. */
    verify: (id: string) => call<VerificationJson>("GET", `${of(id)}/verification`),
    /** Every change: who, when, the old, the new and why. */
    audit: (id: string) => call<ChangeJson[]>("GET", `${of(id)}/audit`),
    /** What was seen, the themes made of it, ideas, and rounds of prioritisation as they may be read now. */
    discoveries: (id: string) => call<DiscoveryJson[]>("GET", `${of(id)}/discoveries`),
    themes: (id: string) => call<ThemeJson[]>("GET", `${of(id)}/themes`),
    ideas: (id: string) => call<IdeaJson[]>("GET", `${of(id)}/ideas`),
    ballots: (id: string) => call<BallotJson[]>("GET", `${of(id)}/ballots`),
    /** One idea with all that became of it; a decision, of an idea or of the plan. */
    idea: (id: string, idea: string) => call<IdeaStoryJson>("GET", `${of(id)}/ideas/${encodeURIComponent(idea)}`),
    decision: (id: string, subject: string) =>
      call<DecisionJson>("GET", `${of(id)}/decisions/${encodeURIComponent(subject)}`),
    agenda: (id: string) => call<AgendaJson[]>("GET", `${of(id)}/agenda`),
    trigger: (id: string, type: string, data: object = {}, key?: string) =>
      call<TriggeredJson>("POST", `${of(id)}/triggers`, { type, data }, key),
    preview: (id: string, type: string, data: object = {}) =>
      call<PreviewJson>("POST", `${of(id)}/previews`, { type, data }),
    step: (id: string, until?: string, key?: string) =>
      call<SteppedJson>("POST", `${of(id)}/steps`, until === undefined ? {} : { until }, key),
    createToken: (id: string, person: string, key?: string) =>
      call<TokenJson>("POST", `${of(id)}/tokens`, { person }, key),
    /** A calendar to subscribe to; its `url` is told here only. */
    createFeed: (id: string, feed: NewFeedJson = {}, key?: string) =>
      call<MadeFeedJson>("POST", `${of(id)}/feeds`, feed, key),
    feeds: (id: string) => call<FeedJson[]>("GET", `${of(id)}/feeds`),
    revokeFeed: (feed: string) =>
      call<{ id: string; revoked: true }>("DELETE", `/api/feeds/${encodeURIComponent(feed)}`),
    programmes: () => call<ListedProgramme[]>("GET", "/api/programmes"),
    plan: (id: string) => call<Plan>("GET", `${of(id)}/plan`),
    /** Open meetings: how many have signed up, and for whoever leads who. */
    signUps: (id: string) => call<NetworkSignUpJson[]>("GET", `${of(id)}/sign-ups`),
    /** An open meeting, by a link to its sign-up. */
    signUpPage: (link: string, lang?: Language) => call<SignUpJson>("GET", signUpAt(link, lang)),
    /** Signs up by a link for anybody; by a person's own, gives up their place. */
    signUpByLink: (link: string, who: NewSignUpJson, { lang, key }: { lang?: Language; key?: string } = {}) =>
      call<{ taken: true }>("POST", signUpAt(link, lang), who, key),
    /** Date polls: each date with how many said what. */
    polls: (id: string) => call<NetworkPollJson[]>("GET", `${of(id)}/polls`),
    /** A date poll, by a link from a mail. */
    pollLink: (link: string, lang?: Language) => call<PollLinkJson>("GET", pollAt(link, lang)),
    answerPollByLink: (
      link: string,
      given: Record<string, "yes" | "maybe" | "no">,
      { lang, key }: { lang?: Language; key?: string } = {},
    ) => call<{ taken: true }>("POST", pollAt(link, lang), { answers: given }, key),
    /** What a link from a mail lets its reader answer; in their own language where none is asked for. */
    answerLink: (link: string, lang?: Language) => call<AnswerLinkJson>("GET", linkAt(link, lang)),
    answerByLink: (link: string, answer: NewLinkAnswerJson, { lang, key }: { lang?: Language; key?: string } = {}) =>
      call<LinkAnsweredJson>("POST", linkAt(link, lang), answer, key),
  };
}

const linkAt = (link: string, lang: Language | undefined) =>
  `/api/answer-links/${encodeURIComponent(link)}${lang === undefined ? "" : `?lang=${lang}`}`;

const pollAt = (link: string, lang: Language | undefined) =>
  `/api/poll-links/${encodeURIComponent(link)}${lang === undefined ? "" : `?lang=${lang}`}`;

const signUpAt = (link: string, lang: Language | undefined) =>
  `/api/sign-ups/${encodeURIComponent(link)}${lang === undefined ? "" : `?lang=${lang}`}`;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const strange = (response: Response, text: string): ProblemJson => ({
  type: "about:blank",
  title: response.statusText,
  status: response.status,
  code: "strange",
  detail: `HTTP ${response.status}: ${text.slice(0, 200)}`,
  hint: "Is this the address of Fremdrift?",
});
