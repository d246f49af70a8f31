// Meetings and homework as they are read, each with what was put beside it.
import { createRoute, z } from "@hono/zod-openapi";
import type { Book, DatesView } from "../machines/ledger.ts";
import { homeworkOf } from "../machines/meetings/homework.ts";
import { linksOf } from "../machines/meetings/links.ts";
import { meetingOf, type Meeting } from "../machines/meetings/meeting.ts";
import { sees } from "../machines/meetings/reader.ts";
import { itemIn } from "../machines/recipients.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Instant, Text } from "../programmes/types.ts";
import { listFiles } from "../store/files.ts";
import { bookOf } from "../store/journal.ts";
import { emailsOf } from "../store/people.ts";
import type { Store } from "../store/open.ts";
import type { Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import { fileJson } from "./files.ts";
import {
  HomeworkShape,
  MeetingShape,
  type FileJson,
  type HomeworkJson,
  type LinkJson,
  type MeetingJson,
} from "./meeting-shapes.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { ApiProblem } from "./problem.ts";
import { readerOf } from "./reader.ts";
import { languageOf, type Language } from "./words.ts";

const ITEM = NETWORK_ID.extend({ item: z.string().max(100) });

/** Registers the routes that read a meeting and a homework. */
export function addMeetingRoutes(routes: Routes): void {
  const { app, parts, admit, submit } = routes;
  const { store } = parts;
  const open = async (id: string, admitted: Admitted, item: string) => {
    await submit.settled(id);
    const book = (await bookOf(store, id))!;
    const reader = readerOf(book, admitted);
    const { clock, now } = admitted.network!;
    return { book, reader, at: clock === "real" ? parts.now() : now, isSeen: sees(book, reader, `item:${item}`) };
  };

  const meeting = createRoute({
    method: "get",
    path: "/api/networks/{id}/meetings/{item}",
    summary: "A meeting: agenda, answers, attendance, files, tasks; minutes for those it was for",
    request: { params: ITEM },
    responses: { ...answers(200, MeetingShape), ...problems(401, 404) },
  });
  app.openapi(meeting, async (c) => {
    const { id, item } = c.req.valid("param");
    const { book, reader, at, isSeen } = await open(id, await admit(c, id), item);
    const found = isSeen ? meetingOf(book, item, reader, at) : undefined;
    if (!found) throw new ApiProblem("not-found", item);
    const beside = await besideOf(store, book, `item:${item}`);
    return c.json(meetingJson(found, book, languageOf(c.req.header("accept-language")), beside), 200);
  });

  const homework = createRoute({
    method: "get",
    path: "/api/networks/{id}/homework/{item}",
    summary: "A homework: its questions, what was delivered, and who is missing",
    request: { params: ITEM },
    responses: { ...answers(200, HomeworkShape), ...problems(401, 404) },
  });
  app.openapi(homework, async (c) => {
    const { id, item } = c.req.valid("param");
    const { book, isSeen } = await open(id, await admit(c, id), item);
    const beside = await besideOf(store, book, `item:${item}`);
    const found = isSeen ? homeworkJson(book, item, languageOf(c.req.header("accept-language")), beside) : undefined;
    if (!found) throw new ApiProblem("not-found", item);
    return c.json(found, 200);
  });
}

type Beside = { files: FileJson[]; links: LinkJson[] };

/** Files and links beside an item or idea. */
async function besideOf(store: Store, book: Book, about: string): Promise<Beside> {
  const { id } = book.network;
  const { zone } = book.plan.programme;
  const files = await listFiles(store, id, about);
  const links = linksOf(book.contributions, about);
  const emails = await emailsOf(store, [...new Set([...files, ...links].map(({ by }) => by))]);
  return {
    files: files.map((file) => fileJson(file, { network: id, zone, emails })),
    links: links.map(({ by, at, ...link }) => ({ ...link, by: emails.get(by) ?? by, at: rfc3339(at, zone) })),
  };
}

function meetingJson(meeting: Meeting, { plan }: Book, language: Language, beside: Beside): MeetingJson {
  const { zone } = plan.programme;
  const at = (instant: Instant) => rfc3339(instant, zone);
  const { title, state, dates, sessions, agenda, minutesPlanned, minutes, tasks, ...rest } = meeting;
  return {
    ...rest,
    ...beside,
    title: title[language],
    state: state as MeetingJson["state"],
    dates: datesJson(dates, at),
    ...(sessions && {
      sessions: Object.fromEntries(Object.entries(sessions).map(([session, one]) => [session, datesJson(one, at)])),
    }),
    agenda: { points: agenda.map(({ person: _, ...point }) => point), ...minutesPlanned },
    ...(minutes && {
      minutes: {
        ...said(minutes, at),
        decisions: minutes.decisions,
        ...(minutes.approved && { approved: { ...minutes.approved, at: at(minutes.approved.at) } }),
        additions: minutes.additions.map((one) => said(one, at)),
      },
    }),
    tasks: tasks.map((task) => ({ ...task, title: (task.title as Text)[language] })),
  };
}

const said = ({ text, at: when, by }: { text: string; at: Instant; by: string }, at: (instant: Instant) => string) => ({
  text,
  at: at(when),
  by,
});

const datesJson = ({ start, end, ...rest }: DatesView, at: (instant: Instant) => string) => ({
  ...rest,
  ...(start !== undefined && { start: at(start) }),
  ...(end !== undefined && { end: at(end) }),
});

function homeworkJson(book: Book, id: string, language: Language, beside: Beside): HomeworkJson | undefined {
  const found = homeworkOf(book, id);
  if (!found) return undefined;
  const { zone } = book.plan.programme;
  const { questions, due, deliveries, missing } = found;
  return {
    id,
    title: (book.view.items[id]?.title ?? itemIn(book, id)!.title)[language],
    questions: questions.map((text) => text[language]),
    ...(due !== undefined && { due: rfc3339(due, zone) }),
    deliveries: deliveries.map((one) => ({ ...one, at: rfc3339(one.at, zone) })),
    missing,
    ...beside,
  };
}
