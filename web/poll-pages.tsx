// The pages of date polls, from request to response.
import { createHash, randomUUID } from "node:crypto";
import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { PollLinkJson, ProblemJson } from "../api/client.ts";
import { answerPage } from "./page.tsx";
import { Poll, type PollProps } from "./poll.tsx";
import { POLL_WORDS } from "./poll-words.ts";
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

type Answers = Record<string, "yes" | "maybe" | "no">;

/** The page at `/d/…`: a GET shows the dates, a POST answers. `fetch` reaches the API. */
export function addPollPages(app: Hono, fetch: Ask): void {
  app.get("/d/:token", async (c) => {
    const known = await open(c, fetch);
    if ("problem" in known) return matter(c, known.problem);
    return show(c, { link: known.about, typed: {}, formKey: randomUUID(), done: c.req.query("done") !== undefined });
  });
  app.post("/d/:token", bodyLimit({ maxSize: MAX_FORM, onError: (c) => elsewhere(c, 413) }), async (c) => {
    if (isFromElsewhere(c)) return elsewhere(c, 403);
    const known = await open(c, fetch);
    if ("problem" in known) return matter(c, known.problem);
    const link = known.about;
    const sent = await sentIn(c);
    const key = sent.find(([name]) => name === "key")?.[1] ?? randomUUID();
    const answers = answersIn(sent.filter(([name]) => name.startsWith("date-")).map(([, value]) => value));
    const kept = { link, typed: answers, formKey: key };
    if (Object.keys(answers).length === 0) return show(c, { ...kept, notice: POLL_WORDS[link.language].missing }, 422);
    const problem = await send(c, fetch, { link, key, answers });
    if (!problem) return done(c, "/d");
    const again = await open(c, fetch);
    if ("problem" in again && again.problem.status !== LATER) return matter(c, again.problem);
    const now = "about" in again ? again.about : link;
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
  const taken = clientOf(c, fetch).answerPollByLink(tokenOf(c), answers, { key: hash, ...(lang && { lang }) });
  return await whyNot(taken, link.language);
}

const open = (c: Context, fetch: Ask) => opened(c, (lang) => clientOf(c, fetch).pollLink(tokenOf(c), lang));

function show(c: Context, props: Omit<PollProps, "action">, status = 200) {
  const { language, title } = props.link;
  const action = addressOf(c, "/d");
  const query: Record<string, string> = props.done ? { done: "1" } : {};
  const body = <Poll {...props} action={action} />;
  return answerPage(c, { language, title: `${title}: ${POLL_WORDS[language].title}`, body, query, status });
}
