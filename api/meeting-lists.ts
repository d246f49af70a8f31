// All meetings and all homework of a network, for the pages that list them; and a meeting as a calendar file.
import { createRoute, z } from "@hono/zod-openapi";
import { calendarEvents } from "../machines/calendar.ts";
import { homeworkLines, homeworkMatrix, meetingLines } from "../machines/meetings/lines.ts";
import { isVisitor } from "../machines/meetings/guests.ts";
import { sees, type Reader } from "../machines/meetings/reader.ts";
import type { Book } from "../machines/ledger.ts";
import { calendarText } from "../programmes/export/ics-event.ts";
import type { Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import { shownOf } from "./calendars.ts";
import { comingBy, homeworkLineJson, meetingLineJson } from "./meeting-facts.ts";
import { CalendarFileShape, HomeworkListShape, MeetingLineShape } from "./meeting-shapes.ts";
import { namesIn } from "./named.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { ApiProblem } from "./problem.ts";
import { readerOf } from "./reader.ts";
import { languageOf } from "./words.ts";

/** Registers the routes. */
export function addMeetingLists(routes: Routes): void {
  const { app, admit, book: bookOf } = routes;
  const open = async (id: string, admitted: Admitted) => {
    const book = await bookOf(id);
    return { book, reader: readerOf(book, admitted), zone: book.plan.programme.zone };
  };

  const meetings = createRoute({
    method: "get",
    path: "/api/networks/{id}/meetings",
    summary:
      "The meetings of a network in the plan's order, with your own answers; guests see those they are invited to",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, z.array(MeetingLineShape)), ...problems(401, 404) },
  });
  app.openapi(meetings, async (c) => {
    const { id } = c.req.valid("param");
    const language = languageOf(c.req.header("accept-language"));
    const { book, reader, zone } = await open(id, await admit(c, id));
    const lines = meetingLines(book, reader.person).filter((one) => sees(book, reader, `item:${one.id}`));
    return c.json(
      lines.map((line) => meetingLineJson(line, language, zone)),
      200,
    );
  });

  const homework = createRoute({
    method: "get",
    path: "/api/networks/{id}/homework",
    summary: "The homework of a network, how you stand with it, and for whoever leads how everybody does",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, HomeworkListShape), ...problems(401, 404) },
  });
  app.openapi(homework, async (c) => {
    const { id } = c.req.valid("param");
    const language = languageOf(c.req.header("accept-language"));
    const { book, reader, zone } = await open(id, await admit(c, id));
    const coming = comingBy(book, namesIn(book, language));
    const lines = isOutside(book, reader) ? [] : homeworkLines(book, reader.person);
    const matrix = homeworkMatrix(book).map(({ person: { name, email, organisation }, cells }) => ({
      name,
      email,
      ...(organisation !== undefined && { organisation }),
      cells,
    }));
    return c.json(
      {
        lines: lines.map((line) => homeworkLineJson(line, { language, zone, coming: coming(line.id) })),
        ...(reader.leads && { matrix }),
      },
      200,
    );
  });

  addCalendarFile(routes);
}

/** A guest of single meetings has no homework. */
const isOutside = (book: Book, { person, leads }: Reader): boolean =>
  !leads && book.people.some((one) => one.id === person && isVisitor(one, book.contributions));

function addCalendarFile(routes: Routes): void {
  const file = createRoute({
    method: "get",
    path: "/api/networks/{id}/meetings/{item}/calendar",
    summary: "A meeting as a file that calendars take in: it is the same there as in a calendar you subscribe to",
    request: { params: NETWORK_ID.extend({ item: z.string().max(100) }) },
    responses: { ...answers(200, CalendarFileShape), ...problems(401, 404) },
  });
  routes.app.openapi(file, async (c) => {
    const { id, item } = c.req.valid("param");
    const admitted = await routes.admit(c, id);
    const shown = await shownOf(routes, id);
    const language = languageOf(c.req.header("accept-language"));
    const { person = "", leads } = readerOf(shown.book, admitted);
    const wanted = { person, leads, language, leaveOutFuzzy: true };
    const sessions = Object.keys(shown.book.view.items[item]?.sessions ?? {});
    const names = [item, ...sessions.map((session) => `${item}.${session}`)];
    const own = (whole: boolean) =>
      calendarEvents(shown, { ...wanted, whole }).filter(({ uid }) =>
        names.includes(uid.slice(0, uid.lastIndexOf("@"))),
      );
    // Of their own meeting leads get what is theirs, too.
    const events = [...own(false), ...own(true)].filter(
      ({ uid }, at, all) => all.findIndex((one) => one.uid === uid) === at,
    );
    if (events.length === 0) throw new ApiProblem("not-found", item);
    const { title } = shown.book.network;
    const content = calendarText({ name: title, zone: shown.book.plan.programme.zone }, events);
    return c.json({ name: `${item}.ics`, content }, 200);
  });
}
