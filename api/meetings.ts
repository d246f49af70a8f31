// Meetings and homework as they are read, each with what was put beside it.
import { createRoute, z } from "@hono/zod-openapi";
import { planInForce } from "../machines/in-force.ts";
import type { Book } from "../machines/ledger.ts";
import { circleOf } from "../machines/meetings/circle.ts";
import { homeworkOf, type Delivery } from "../machines/meetings/homework.ts";
import { standingIn, targetOf } from "../machines/meetings/lines.ts";
import { linksOf } from "../machines/meetings/links.ts";
import { meetingOf, type Meeting } from "../machines/meetings/meeting.ts";
import { sees, type Reader } from "../machines/meetings/reader.ts";
import { itemIn } from "../machines/recipients.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Instant, Person, Text } from "../programmes/types.ts";
import { listFiles } from "../store/files.ts";
import { emailsOf } from "../store/people.ts";
import type { Store } from "../store/open.ts";
import type { Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import { fileJson } from "./files.ts";
import { audienceOf, comingBy, datesJson, mineJson, sessionsJson, toldOf, windowJson } from "./meeting-facts.ts";
import { HomeworkShape, MeetingShape, type HomeworkJson, type MeetingJson } from "./meeting-shapes.ts";
import { namesIn } from "./named.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { ApiProblem } from "./problem.ts";
import { readerOf } from "./reader.ts";
import { languageOf, type Language } from "./words.ts";

const ITEM = NETWORK_ID.extend({ item: z.string().max(100) });

/** Registers the routes that read a meeting and a homework. */
export function addMeetingRoutes(routes: Routes): void {
  const { app, parts, admit, books } = routes;
  const { store } = parts;
  const open = async (id: string, admitted: Admitted, item: string) => {
    const { book, now: at } = (await books({ ids: [id] }))[0]!;
    const reader = readerOf(book, admitted);
    return { book, reader, at, isSeen: sees(book, reader, `item:${item}`) };
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
    const language = languageOf(c.req.header("accept-language"));
    const beside = await besideOf(store, book, { item, language });
    return c.json(meetingJson(found, { book, reader, language }, beside), 200);
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
    const { book, reader, isSeen } = await open(id, await admit(c, id), item);
    // No text of the store has that character.
    if (item.includes("\u0000")) throw new ApiProblem("not-found", item);
    const language = languageOf(c.req.header("accept-language"));
    const beside = await besideOf(store, book, { item, language });
    const found = isSeen ? homeworkJson({ book, reader, language }, item, beside) : undefined;
    if (!found) throw new ApiProblem("not-found", item);
    return c.json(found, 200);
  });
}

type Beside = Pick<MeetingJson, "files" | "links" | "coming" | "told">;
type Reading = { book: Book; reader: Reader; language: Language };

/** Files and links beside an item, and the messages about it. */
async function besideOf(
  store: Store,
  book: Book,
  { item, language }: { item: string; language: Language },
): Promise<Beside> {
  const { id } = book.network;
  const { zone } = book.plan.programme;
  const about = `item:${item}`;
  const narration = namesIn(book, language);
  const files = await listFiles(store, id, about);
  const links = linksOf(book.contributions, about);
  const emails = await emailsOf(store, [...new Set([...files, ...links].map(({ by }) => by))]);
  return {
    files: files.map((file) => fileJson(file, { network: id, zone, emails })),
    links: links.map(({ by, at, ...link }) => ({ ...link, by: emails.get(by) ?? by, at: rfc3339(at, zone) })),
    coming: comingBy(book, narration)(item),
    told: await toldOf(store, book, item, narration),
  };
}

function meetingJson(meeting: Meeting, { book, reader, language }: Reading, beside: Beside): MeetingJson {
  const { zone } = book.plan.programme;
  const at = (instant: Instant) => rfc3339(instant, zone);
  const item = itemIn(book, meeting.id)!;
  const [mine] = reader.person === undefined ? [] : circleOf(book, meeting.id, reader.person);
  const { title, state, dates, sessions, agenda, minutesPlanned, minutes, tasks, ...rest } = meeting;
  return {
    ...rest,
    ...beside,
    title: title[language],
    ...(item.description && { description: item.description[language] }),
    state: state as MeetingJson["state"],
    ...(item.tentative && { tentative: true }),
    dates: datesJson(dates, zone),
    window: windowJson(planInForce(book.plan, book.view).intervals[item.id] ?? { precision: "unknown" }),
    ...sessionsJson(item, sessions, { zone, language }),
    audience: audienceOf(book, item, language),
    ...(mine && { mine: mineJson(mine) }),
    ...(reader.leads && {
      people: circleOf(book, meeting.id).map((one) => {
        const { name, email, organisation } = one.person;
        return { name, email, ...(organisation !== undefined && { organisation }), ...mineJson(one) };
      }),
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

function homeworkJson({ book, reader, language }: Reading, id: string, beside: Beside): HomeworkJson | undefined {
  const found = homeworkOf(book, id);
  if (!found) return undefined;
  const { zone } = book.plan.programme;
  const { questions, due, deliveries, missing } = found;
  const item = itemIn(book, id)!;
  const me = book.people.find((one) => one.id === reader.person);
  const target = targetOf(book, item);
  return {
    id,
    title: (book.view.items[id]?.title ?? item.title)[language],
    ...(item.description && { description: item.description[language] }),
    state: book.view.items[id]!.state,
    ...(item.voluntary && { voluntary: true }),
    window: windowJson(planInForce(book.plan, book.view).intervals[id] ?? { precision: "unknown" }),
    audience: audienceOf(book, item, language),
    mine: me ? standingIn(book, item)(me) : "none",
    ...(me?.organisation !== undefined && { organisation: me.organisation }),
    ...(target && { target }),
    questions: questions.map((text) => text[language]),
    ...(due !== undefined && { due: rfc3339(due, zone) }),
    deliveries: deliveries.map(({ person, ...one }) => ({
      ...one,
      ...(me && isHis({ person, ...one }, me) && { mine: true as const }),
      at: rfc3339(one.at, zone),
    })),
    missing,
    ...beside,
  };
}

const isHis = ({ person, organisation }: Delivery, me: Person): boolean =>
  person === me.id || (organisation !== undefined && organisation === me.organisation);
