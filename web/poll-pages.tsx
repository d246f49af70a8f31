// The pages of date polls, from request to response.
import { createHash, randomUUID } from "node:crypto";
import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { PollLinkJson, ProblemJson } from "../api/client.ts";
import { answerPage, HEADERS } from "./page.tsx";
import { Poll, type PollProps } from "./poll.tsx";
import { POLL_WORDS } from "./poll-words.ts";
import {
  clientOf,
  elsewhere,
  isFromElsewhere,
  languageAsked,
  languageOfBrowser,
  LATER,
  matter,
  MAX_FORM,
  problemOf,
  sentIn,
  tokenOf,
  type Ask,
} from "./request.tsx";

type Answers = Record<string, "yes" | "maybe" | "no">;

/** The page at `/d/…`: a GET shows the dates, a POST answers. `fetch` reaches the API. */
export function addPollPages(app: Hono, fetch: Ask): void {
  app.get("/d/:token", async (c) => {
    const opened = await open(c, fetch);
    if ("problem" in opened) return matter(c, opened.problem);
    return show(c, { link: opened.link, typed: {}, formKey: randomUUID(), done: c.req.query("done") !== undefined });
  });
  app.post("/d/:token", bodyLimit({ maxSize: MAX_FORM, onError: (c) => elsewhere(c, 413) }), async (c) => {
    if (isFromElsewhere(c)) return elsewhere(c, 403);
    const opened = await open(c, fetch);
    if ("problem" in opened) return matter(c, opened.problem);
    const { link } = opened;
    const sent = await sentIn(c);
    const key = sent.find(([name]) => name === "key")?.[1] ?? randomUUID();
    const answers = answersIn(sent.filter(([name]) => name.startsWith("date-")).map(([, value]) => value));
    const kept = { link, typed: answers, formKey: key };
    if (Object.keys(answers).length === 0) return show(c, { ...kept, notice: POLL_WORDS[link.language].missing }, 422);
    const problem = await send(c, fetch, { link, key, answers });
    if (!problem) return done(c);
    const again = await open(c, fetch);
    if ("problem" in again && again.problem.status !== LATER) return matter(c, again.problem);
    const now = "link" in again ? again.link : link;
    return show(c, { ...kept, link: now, notice: problem.detail }, problem.status);
  });
}

/** Radio buttons as they are sent: «yes 2027-03-16T09:00:00+01:00». */
function answersIn(sent: string[]): Answers {
  const said = sent.map((value) => /^(yes|maybe|no) (.+)$/.exec(value)).filter((match) => match !== null);
  return Object.fromEntries(said.map(([, answer, date]) => [date!, answer as Answers[string]]));
}

/** Undefined where it was taken. The same from the same form happens once. */
async function send(
  c: Context,
  fetch: Ask,
  { link, key, answers }: { link: PollLinkJson; key: string; answers: Answers },
): Promise<ProblemJson | undefined> {
  const hash = createHash("sha256")
    .update(JSON.stringify([key, answers]))
    .digest("base64url");
  const lang = languageAsked(c);
  return await clientOf(c, fetch)
    .answerPollByLink(tokenOf(c), answers, { key: hash, ...(lang && { lang }) })
    .then(
      () => undefined,
      (error: unknown) => problemOf(error, link.language),
    );
}

async function open(
  c: Context,
  fetch: Ask,
): Promise<{ link: PollLinkJson } | { problem: ReturnType<typeof problemOf> }> {
  const lang = languageAsked(c);
  try {
    return { link: await clientOf(c, fetch).pollLink(tokenOf(c), lang) };
  } catch (error) {
    return { problem: problemOf(error, lang ?? languageOfBrowser(c)) };
  }
}

function done(c: Context): Response {
  const lang = languageAsked(c);
  const query = new URLSearchParams({ done: "1", ...(lang && { lang }) });
  return c.body(null, 303, { ...HEADERS, location: `/d/${encodeURIComponent(tokenOf(c))}?${query}` });
}

function show(c: Context, props: Omit<PollProps, "action">, status = 200) {
  const { language, title } = props.link;
  const lang = languageAsked(c);
  const action = `/d/${encodeURIComponent(tokenOf(c))}${lang ? `?lang=${lang}` : ""}`;
  const query: Record<string, string> = props.done ? { done: "1" } : {};
  const body = <Poll {...props} action={action} />;
  return answerPage(c, { language, title: `${title}: ${POLL_WORDS[language].title}`, body, query, status });
}
