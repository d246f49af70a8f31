// Request → Response. No port, no process: whoever serves it hands it requests.
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { createAdmit, type Admit } from "./admission.ts";
import { addAccountRoutes } from "./accounts.ts";
import { addAuditRoutes } from "./audit.ts";
import { addBackupRoutes } from "./backups.ts";
import { addAnswerLinkRoutes, createLinkDoor, isByLink } from "./answer-links.ts";
import { createAsking, type Asking } from "./asking.ts";
import { createOnce, type Once } from "./once.ts";
import { createPlans, type Titled } from "./plans.ts";
import type { Book } from "../machines/ledger.ts";
import { shapeProblems } from "../machines/shape-words.ts";
import type { Parts } from "./parts.ts";
import { answerProblem, ApiProblem, badInput } from "./problem.ts";
import { addCalendarRoutes } from "./calendars.ts";
import { addCardRoutes } from "./cards.ts";
import { addEditionRoutes } from "./editions.ts";
import { addErasureRoutes } from "./erasures.ts";
import { addEventRoutes } from "./events.ts";
import { addExportRoutes } from "./exports.ts";
import { addFeedRoutes } from "./feeds.ts";
import { addDecisionRoutes } from "./decisions.ts";
import { addFoundationRoutes } from "./foundation.ts";
import { addIdeaRoutes } from "./ideas.ts";
import { addIdeaStoryRoutes } from "./idea-stories.ts";
import { addInspectionRoutes } from "./inspection.ts";
import { addMachineRoutes } from "./machines.ts";
import { addFileRoutes, isUpload } from "./files.ts";
import { addMeetingLists } from "./meeting-lists.ts";
import { addMeetingRoutes } from "./meetings.ts";
import { addMessageRoutes } from "./messages.ts";
import { addNetworkRoutes } from "./networks.ts";
import { addDraftNetworkRoutes } from "./draft-networks.ts";
import { addLogRoutes } from "./log.ts";
import { addNetworkDraftRoutes } from "./network-drafts.ts";
import { addNewNetworkRoutes } from "./new-networks.ts";
import { addOfficeRoutes } from "./offices.ts";
import { addMeRoutes } from "./me.ts";
import { addPeopleRoutes } from "./people.ts";
import { addReminderRoutes } from "./reminders.ts";
import { addPreferenceRoutes } from "./preferences.ts";
import { addProgrammeRoutes } from "./programmes.ts";
import { addRebuildRoutes } from "./rebuilds.ts";
import { addReportRoutes } from "./report.ts";
import { addResetRoutes } from "./resets.ts";
import { addDraftRoutes } from "./drafts.ts";
import { createOften } from "./often.ts";
import { addSessionRoutes } from "./sessions.ts";
import { addSignInRoutes } from "./sign-ins.ts";
import { addSystemRoutes } from "./system.ts";
import { addPollRoutes, createPollDoor, isPollLink } from "./polls.ts";
import { addSignUpRoutes, createSignUpDoor, isSignUp } from "./signup.ts";
import { addTimelineRoutes } from "./timeline.ts";
import { addThemeNetworkRoutes } from "./theme-networks.ts";
import { addThemeRoutes } from "./themes.ts";
import { addTokenRoutes } from "./tokens.ts";
import { createSubmit, type Submit } from "./submit.ts";
import { createBooks, type Books } from "./books.ts";
import { addNowRoutes } from "./now.ts";
import { addOverviewRoutes } from "./overview.ts";
import { addWaitingRoutes } from "./waiting.ts";
import { addTriggerRoutes } from "./triggers.ts";
import { languageFor } from "./words.ts";

/** Bytes of a request's body. */
export const MAX_BODY = 1_000_000;

/** What a resource's routes are given. */
export type Routes = {
  app: OpenAPIHono;
  parts: Parts;
  admit: Admit;
  submit: Submit;
  asking: Asking;
  once: Once;
  plans: (network: string) => Promise<Titled>;
  books: Books;
  /** The book of a network with all that anybody was answered in it; throws `not-found`. */
  book: (network: string) => Promise<Book>;
};

export type Api = { app: OpenAPIHono; submit: Submit };

export function createApi(parts: Parts): Api {
  const app = new OpenAPIHono({
    defaultHook: async (result, c) => {
      if (result.success) return;
      await door(c);
      if (result.target === "json" && !/[/+]json\b/i.test(c.req.header("content-type") ?? ""))
        throw new ApiProblem("not-json");
      // What was sent stands beside the result, though its type does not say so.
      const { data } = result as { data?: unknown };
      throw badInput(shapeProblems(result.error.issues, data, languageFor(c)));
    },
  });
  const { store, now, seen } = parts;
  if (seen) app.use(seen.request);
  const admit = createAdmit(parts);
  const plans = createPlans(store);
  const own = createSubmit(parts, plans);
  const submit = seen ? seen.submit(own) : own;
  const openLink = createLinkDoor({ parts, submit });
  const openSignUp = createSignUpDoor({ parts, submit });
  const openPoll = createPollDoor({ parts, submit });
  /** Lets in whoever may ask at all, before anything is said of what they ask. */
  const door = (c: Context): Promise<unknown> =>
    isOpen(c)
      ? Promise.resolve()
      : isByLink(c)
        ? openLink(c)
        : isSignUp(c)
          ? openSignUp(c)
          : isPollLink(c)
            ? openPoll(c)
            : admit(c);
  const [usual, upload] = [limited(MAX_BODY), limited(parts.fileLimits.one)];
  app.use("/api/*", (c, next) => (isUpload(c) ? upload : usual)(c, next));
  const often = createOften({ now, proxies: parts.proxies ?? 0 });
  for (const path of ["/api/sign-ins", "/api/sessions", "/api/provider-visits", "/sign-in", "/sign-in/*"])
    app.use(path, often);
  app.onError(async (error, c) => {
    const problem = fromHono(error);
    return answerProblem(isOfBody(problem) ? await signedIn(door, c, problem) : problem, c, parts.log);
  });
  app.notFound((c) => answerProblem(noRoute(app, c), c, parts.log));

  const books = createBooks(parts, submit);
  const routes: Routes = {
    app,
    parts,
    admit,
    submit,
    asking: createAsking(parts, submit),
    once: createOnce(store, now),
    plans,
    books,
    book: async (id) => {
      const [opened] = await books({ ids: [id] });
      if (!opened) throw new ApiProblem("not-found", id);
      return opened.book;
    },
  };
  addSystemRoutes(routes);
  addProgrammeRoutes(routes);
  addNewNetworkRoutes(routes);
  addNetworkDraftRoutes(routes);
  addDraftNetworkRoutes(routes);
  addNetworkRoutes(routes);
  addTimelineRoutes(routes);
  addWaitingRoutes(routes);
  addNowRoutes(routes);
  addEventRoutes(routes);
  addOverviewRoutes(routes);
  addCardRoutes(routes);
  addLogRoutes(routes);
  addExportRoutes(routes);
  addAuditRoutes(routes);
  addAccountRoutes(routes);
  addReportRoutes(routes);
  addFoundationRoutes(routes);
  addIdeaRoutes(routes);
  addIdeaStoryRoutes(routes);
  addDecisionRoutes(routes);
  addEditionRoutes(routes);
  addTriggerRoutes(routes);
  addAnswerLinkRoutes(routes, openLink);
  addSignUpRoutes(routes, openSignUp);
  addPollRoutes(routes, openPoll);
  addResetRoutes(routes);
  addRebuildRoutes(routes);
  addBackupRoutes(routes);
  addMachineRoutes(routes);
  addInspectionRoutes(routes);
  addThemeRoutes(routes);
  addThemeNetworkRoutes(routes);
  addOfficeRoutes(routes);
  addTokenRoutes(routes);
  addSignInRoutes(routes);
  addSessionRoutes(routes);
  addDraftRoutes(routes);
  addErasureRoutes(routes);
  addPeopleRoutes(routes);
  addReminderRoutes(routes);
  addMeRoutes(routes);
  addPreferenceRoutes(routes);
  addMessageRoutes(routes);
  addFeedRoutes(routes);
  addMeetingRoutes(routes);
  addMeetingLists(routes);
  addFileRoutes(routes);
  addCalendarRoutes(routes);
  return { app, submit };
}

/** Asked by whoever is not signed in yet, or no longer. */
const isOpen = (c: Context) =>
  c.req.method === "POST" &&
  ["/api/sign-ins", "/api/sessions", "/api/provider-visits", "/api/drafts"].includes(c.req.path);

/** Bodies up to so many bytes. */
const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new ApiProblem("too-large", `${maxSize / 1e6} MB`);
    },
  });

/** What is found before a route is reached: nobody is told it who may not come in. */
const isOfBody = (error: unknown) => error instanceof ApiProblem && ["not-json", "too-large"].includes(error.code);

const signedIn = (door: (c: Context) => Promise<unknown>, c: Context, problem: unknown): Promise<unknown> =>
  door(c).then(
    () => problem,
    (refused: unknown) => refused,
  );

/** Nothing is at the address, or nothing that takes this method. */
function noRoute(app: OpenAPIHono, c: Context): ApiProblem {
  const here = ({ path }: { path: string }) => new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}$`).test(c.req.path);
  const methods = app.routes.filter((route) => route.method !== "ALL" && here(route)).map(({ method }) => method);
  if (methods.length === 0) return new ApiProblem("no-route", c.req.path);
  c.header("allow", [...new Set(methods)].join(", "));
  return new ApiProblem("no-method", c.req.method);
}

/** Hono tells a broken body, and one of another type than JSON, as exceptions of its own. */
function fromHono(error: unknown): unknown {
  if (!(error instanceof HTTPException) || ![400, 415].includes(error.status)) return error;
  return new ApiProblem("not-json");
}
