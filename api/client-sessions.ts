// Signing in and out from outside: the part of the client that pages use before and after all else.
import type {
  DraftJson,
  NewDraftJson,
  NewSessionJson,
  NewSessionMadeJson,
  ProviderVisitJson,
  SessionJson,
  WaysJson,
} from "./session-shapes.ts";

/** Sends one request and answers its body; throws ApiError or NotReached. */
export type Call = <T>(method: string, path: string, body?: unknown, key?: string) => Promise<T>;

/** Functions for signing in and out. */
export const sessionsOf = (call: Call) => ({
  signInWays: () => call<WaysJson>("GET", "/api/sign-ins"),
  /** Asks for a link by mail. It is answered alike whether or not the address is known. */
  askSignIn: (asked: { email: string; browser: string; back?: string }, key?: string) =>
    call<{ minutes: number }>("POST", "/api/sign-ins", asked, key),
  visitProvider: (callback: string) => call<ProviderVisitJson>("POST", "/api/provider-visits", { callback }),
  signIn: (by: NewSessionJson, key?: string) => call<NewSessionMadeJson>("POST", "/api/sessions", by, key),
  sessions: () => call<SessionJson[]>("GET", "/api/sessions"),
  endSession: (id: string) => call<{ id: string }>("DELETE", `/api/sessions/${encodeURIComponent(id)}`),
  leaveDraft: (draft: NewDraftJson, key?: string) => call<DraftJson>("POST", "/api/drafts", draft, key),
  draft: (id: string) => call<DraftJson>("GET", `/api/drafts/${encodeURIComponent(id)}`),
});
