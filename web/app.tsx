// The pages, from request to response. They know the network through the API alone.
import { createHash, randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AnswerLinkJson, NewLinkAnswerJson, ProblemJson } from "../api/client.ts";
import { answerOf, isAnswered, missingIn, typedIn, untouched, type Typed } from "./answer-form.ts";
import { Answer, type AnswerProps, type Notice } from "./answer.tsx";
import { answerPage } from "./page.tsx";
import {
  type Ask,
  LATER,
  MAX_FORM,
  addressOf,
  clientOf,
  done,
  elsewhere,
  isFromElsewhere,
  languageAsked,
  matter,
  opened,
  sentIn,
  tokenOf,
  whyNot,
} from "./request.tsx";
import { addPollPages } from "./poll-pages.tsx";
import { addPages } from "./pages/pages.ts";
import { addSignIn } from "./sign-in/sign-in.tsx";
import { addAssets } from "./site/assets.ts";
import { addLast } from "./site/last.tsx";
import { addDoing } from "./site/do.ts";
import { createSite } from "./site/site.tsx";
import { addSignUpPages } from "./signup-pages.tsx";
import { WORDS } from "./words.ts";
import type { Language } from "./words-shape.ts";

/** All pages of this room. `fetch` reaches the API; `base`: where people open them, if that is set; `largestFile`: bytes; `keptMonths`: how long networks are kept after their end. */
export function createWeb({
  fetch,
  base,
  largestFile = 10_000_000,
  keptMonths = 24,
  log = () => {},
}: {
  fetch: Ask;
  base?: string;
  largestFile?: number;
  keptMonths?: number;
  log?: (line: string) => void;
}): Hono {
  const app = new Hono();
  const cookies = { secure: base?.startsWith("https:") ?? false, base: () => base };
  const site = createSite(app, fetch, { ...cookies, largestFile, keptMonths });
  addAssets(app);
  addSignIn(site);
  addDoing(site);
  addPages(site);
  app.get("/a/:token", async (c) => {
    const known = await open(c, fetch);
    if ("problem" in known) return matter(c, known.problem);
    const typed = untouched(known.about, { chosen: c.req.query("choose") ?? "", key: randomUUID() });
    return show(c, { link: known.about, typed, problems: {}, done: c.req.query("done") !== undefined });
  });
  app.post("/a/:token", bodyLimit({ maxSize: MAX_FORM, onError: (c) => elsewhere(c, 413) }), async (c) => {
    if (isFromElsewhere(c)) return elsewhere(c, 403);
    const known = await open(c, fetch);
    if ("problem" in known) return matter(c, known.problem);
    const link = known.about;
    const typed = typedIn(link, await sentIn(c));
    const answer = answerOf(link, typed);
    if (isAnswered(link, answer)) return done(c, "/a");
    const problem = await send(c, fetch, { link, typed, answer });
    return problem ? await notSent(c, fetch, { link, typed, answer, problem }) : done(c, "/a");
  });
  addSignUpPages(app, fetch);
  addPollPages(app, fetch);
  addLast(app, { cookies, log });
  return app;
}

/** `missing`: found here, before anything was sent. */
type Refusal = ProblemJson | { missing: string[] };
type Given = { link: AnswerLinkJson; typed: Typed; answer: NewLinkAnswerJson };

/** Sends the answer; undefined where it was taken. */
async function send(c: Context, fetch: Ask, { link, typed, answer }: Given): Promise<Refusal | undefined> {
  const missing = link.open ? missingIn(link, answer, typed) : [];
  if (missing.length > 0) return { missing };
  // The same from the same form happens once, as long as nothing else was answered in between.
  const before = link.answered ?? link.earlier?.at(-1);
  const about = JSON.stringify([typed.key, answer, before?.at ?? ""]);
  const key = createHash("sha256").update(about).digest("base64url");
  const lang = languageAsked(c);
  const sent = clientOf(c, fetch).answerByLink(tokenOf(c), answer, { key, ...(lang && { lang }) });
  return await whyNot(sent, link.language);
}

/** The form again, with what was typed, and how the matter stands now. */
async function notSent(c: Context, fetch: Ask, { link, typed, problem }: Given & { problem: Refusal }) {
  const words = WORDS[link.language];
  if ("missing" in problem) {
    const problems = Object.fromEntries(problem.missing.map((field) => [field, words.missing[field] ?? words.wrong]));
    return show(c, { link, typed, problems, notice: incomplete(link.language) }, 422);
  }
  if (problem.code === "bad-input") {
    const problems = Object.fromEntries((problem.errors ?? []).map(({ path, message }) => [path, message]));
    return show(c, { link, typed, problems, notice: incomplete(link.language) }, 422);
  }
  const known = await open(c, fetch);
  if ("problem" in known && known.problem.status !== LATER) return matter(c, known.problem);
  const now = "about" in known ? known.about : link;
  const [title, detail] = words.notSent[reasonOf(problem)];
  const unmet = (problem.unmet ?? []).map((one) => one.title);
  return show(c, { link: now, typed, problems: {}, notice: { title, detail, unmet } }, problem.status);
}

function reasonOf({ code, status }: ProblemJson): "state" | "criteria" | "later" | "role" | "other" {
  if (status === LATER) return "later";
  if (code === "state" || code === "criteria") return code;
  return code === "not-allowed" ? "role" : "other";
}

function incomplete(language: Language): Notice {
  const { wrong, notSent } = WORDS[language];
  return { title: notSent.other[0], detail: wrong };
}

/** What the link lets its reader answer, or the problem with it. Changes nothing. */
const open = (c: Context, fetch: Ask) => opened(c, (lang) => clientOf(c, fetch).answerLink(tokenOf(c), lang));

function show(c: Context, props: Omit<AnswerProps, "action">, status = 200) {
  const { link, typed, done: isDone } = props;
  const { language, title, kind } = link;
  const action = addressOf(c, "/a");
  const query = { ...(isDone && { done: "1" }), ...(typed.choice && { choose: typed.choice }) };
  const body = <Answer {...props} action={action} />;
  return answerPage(c, { language, title: `${title}: ${WORDS[language].ask[kind]}`, body, query, status });
}
