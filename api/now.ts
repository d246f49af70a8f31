// How a network stands just now: what its page shows first, in one answer.
import { createRoute } from "@hono/zod-openapi";
import { entryJson } from "../machines/entry-json.ts";
import { foundationParts } from "../machines/foundation.ts";
import { KINDS, type Book, type LedgerRow } from "../machines/ledger.ts";
import { messageTitle, narrate, sayingOf, titleOf } from "../machines/narrate.ts";
import { nowOf } from "../machines/now.ts";
import { itemIn } from "../machines/recipients.ts";
import { partsOf } from "../machines/view.ts";
import { decisionPage, homeworkPage, meetingPage, phasePage } from "../machines/waiting/places.ts";
import { rfc3339 } from "../programmes/instant.ts";
import { lastRows } from "../store/ledger.ts";
import type { Routes } from "./app.ts";
import { perBook, type Opened } from "./books.ts";
import { namesIn } from "./named.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { NowShape, type NowJson } from "./overview-shapes.ts";
import { ApiProblem } from "./problem.ts";
import { waitingList } from "./waiting-json.ts";
import { languageOf, type Language } from "./words.ts";

/** Rows of the ledger that are told, and kinds that are not: those of the machine alone, and messages, which stand apart. */
const MOST_ROWS = 10;
const MACHINES: LedgerRow["kind"][] = ["phase.due", "network.reset", "machine.fault", "machine.migrated"];
export const UNTOLD = (Object.keys(KINDS) as LedgerRow["kind"][]).filter(
  (kind) => kind.startsWith("message.") || MACHINES.includes(kind),
);

/** Registers `GET /api/networks/{id}/now`. */
export function addNowRoutes({ app, parts, admit, books }: Routes): void {
  const rowsOf = perBook(({ network: { id } }) => lastRows(parts.store, id, { limit: MOST_ROWS, without: UNTOLD }));
  const toldIn = (language: Language) =>
    perBook(async (book): Promise<Told> => {
      const names = namesIn(book, language);
      return { names, last: (await rowsOf(book)).map((row) => rowJson(book, row, names)) };
    });
  const toldOf = { da: toldIn("da"), en: toldIn("en") };
  const route = createRoute({
    method: "get",
    path: "/api/networks/{id}/now",
    summary: "How a network stands: week, phases with what they lack, what comes, what goes out, what happened last",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, NowShape), ...problems(401, 404) },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    const { personId } = (await admit(c, id)).principal;
    // Books are opened when all that anybody was answered is written: what happened last is read after that.
    const [opened] = await books({ ids: [id] });
    if (!opened) throw new ApiProblem("not-found", id);
    const language = languageOf(c.req.header("accept-language"));
    const told = await toldOf[language](opened.book);
    const { waiting } = waitingList([opened], personId, language);
    return c.json({ ...nowJson(opened, told, language), waiting }, 200);
  });
}

type Told = { names: ReturnType<typeof namesIn>; last: NowJson["last"] };

function nowJson(opened: Opened, { names, last }: Told, language: Language): Omit<NowJson, "waiting"> {
  const { book, ended } = opened;
  const { network, plan, view } = book;
  const { programme } = plan;
  const now = nowOf(book, opened.now);
  const at = (instant: number) => rfc3339(instant, programme.zone);
  const said = <T extends { title: { da: string; en: string } }>(one: T) => ({ ...one, title: one.title[language] });
  return {
    ...network,
    programme: { id: programme.id, title: programme.title[language] },
    ended,
    foundation: foundationParts(programme),
    advisory: programme.gates === "advisory",
    ...(view.ended && { outcome: view.ended.outcome }),
    ...(now.weeks && { weeks: now.weeks }),
    open: now.phases.filter(({ state }) => state === "active").map(({ id, title }) => ({ id, title: title[language] })),
    events: now.events.map(({ kind, subject, instant }) => ({
      kind: kind as "phase" | "meeting" | "decision" | "homework",
      subject,
      title: titleOf(subject, names.titles),
      at: at(instant),
      ...placeOf(opened, subject),
      href: PAGES[kind]!(network.id, partsOf(subject)[1]),
    })),
    phases: now.phases.map(({ opens, closes, ...phase }) => ({
      ...said(phase),
      opens: opens.map(said),
      closes: closes.map(said),
    })),
    messages: now.messages.map(({ instant, rule, subject, people }) => ({
      at: at(instant),
      rule,
      subject,
      title: messageTitle(subject, rule, names),
      people,
    })),
    last,
    people: { all: now.people.all, roles: now.people.roles.map(said) },
  };
}

const PAGES: Record<string, (network: string, id: string) => string> = {
  meeting: meetingPage,
  homework: homeworkPage,
  decision: decisionPage,
  phase: phasePage,
};

function placeOf({ book }: Opened, subject: string): { place?: string } {
  const [, id, session] = partsOf(subject);
  const view = book.view.items[id];
  const place = (session === undefined ? view : view?.sessions?.[session])?.place ?? itemIn(book, id)?.place;
  return place === undefined ? {} : { place };
}

/** A row of the ledger as it is told. */
export const lastTold = ({ book }: Opened, row: LedgerRow, language: Language) =>
  rowJson(book, row, namesIn(book, language));

function rowJson(book: Book, row: LedgerRow, names: ReturnType<typeof namesIn>): NowJson["last"][number] {
  const person = (id: string | undefined) => book.people.find((one) => one.id === id);
  const entry = entryJson(row, { zone: book.plan.programme.zone, emailOf: (id) => person(id)?.email });
  const by = person(row.by)?.name;
  const { seq, kind, subject } = row;
  // The moment stands beside it.
  const text = narrate(entry, names).replace(/^.*? {2,}/, "");
  return { seq, at: entry.at, kind, subject, ...(by !== undefined && { by }), says: sayingOf(entry, names), text };
}
