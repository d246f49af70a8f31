// All networks in a table, for whoever follows many: also as a file.
import { createRoute, z } from "@hono/zod-openapi";
import { titleOf } from "../machines/narrate.ts";
import { overviewOf } from "../machines/overview.ts";
import { daysBetween, localDate } from "../programmes/calendar.ts";
import { csvText } from "../programmes/export/csv.ts";
import { rfc3339 } from "../programmes/instant.ts";
import { NETWORK_TYPE_NAMES, networkTypeOf } from "../programmes/network-type.ts";
import type { Instant } from "../programmes/types.ts";
import { askedSince } from "../store/ledger.ts";
import { listOffices } from "../store/offices.ts";
import type { Store } from "../store/open.ts";
import type { Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import type { Books, Opened } from "./books.ts";
import { namesIn } from "./named.ts";
import { answers, problems } from "./openapi.ts";
import { OverviewFileShape, OverviewRowShape, type OverviewRowJson } from "./overview-shapes.ts";
import { OVERVIEW_COLUMNS, YES } from "./overview-words.ts";
import { languageOf, type Language } from "./words.ts";

/**
 * Registers `GET /api/overview`: for administrators and whoever has a role in the organisation all networks, else one's own; those that run
 * first.
 */
export function addOverviewRoutes({ app, parts: { store }, admit, books }: Routes): void {
  const route = createRoute({
    method: "get",
    path: "/api/overview",
    summary: "The networks you may see: phase, next meeting, what is late, what waits to be decided, hours and money",
    request: { query: z.object({ format: z.enum(["json", "csv"]).optional() }) },
    responses: { ...answers(200, z.union([z.array(OverviewRowShape), OverviewFileShape])), ...problems(401, 422) },
  });
  app.openapi(route, async (c) => {
    const opened = await seenBy(await admit(c), store, books);
    const language = languageOf(c.req.header("accept-language"));
    const since = await askedSince(
      store,
      opened.map(({ book }) => book.network.id),
    );
    const rows = opened.map((one) => overviewRow(one, since, language));
    if (c.req.valid("query").format !== "csv") return c.json(rows, 200);
    const content = csvText([OVERVIEW_COLUMNS[language], ...rows.map((row) => cells(row, language))]);
    return c.json({ name: "fremdrift.csv", type: "text/csv; charset=utf-8", content }, 200);
  });
}

async function seenBy({ principal }: Admitted, store: Store, books: Books): Promise<Opened[]> {
  const { admin, personId } = principal;
  if (admin || (await listOffices(store)).some(({ person }) => person === personId)) return await books("all");
  return personId === undefined ? [] : await books({ person: personId });
}

function overviewRow(
  { book, now, ended, clock }: Opened,
  since: Map<string, Instant>,
  language: Language,
): OverviewRowJson {
  const { network, plan } = book;
  const { programme } = plan;
  const { weeks, open, meeting, overdue, deciding, effort, budget } = overviewOf(book, now);
  const asked = deciding.flatMap((subject) => since.get(`${network.id} ${subject}`) ?? []);
  const day = (instant: Instant) => localDate(instant, programme.zone);
  return {
    ...network,
    programme: { id: programme.id, title: programme.title[language] },
    type: networkTypeOf(programme),
    ...(weeks && { weeks }),
    open: open.map(({ id, title }) => ({ id, title: title[language] })),
    ...(meeting && {
      meeting: {
        subject: meeting.subject,
        title: titleOf(meeting.subject, namesIn(book, language).titles),
        at: rfc3339(meeting.instant, programme.zone),
      },
    }),
    overdue: overdue.length,
    decisions: {
      waiting: deciding.length,
      ...(asked.length > 0 && { days: daysBetween(day(Math.min(...asked)), day(now)) }),
    },
    effort,
    ...(budget && { budget }),
    ended,
    rehearsal: clock !== "real",
  };
}

function cells(row: OverviewRowJson, language: Language): string[] {
  const { id, title, programme, type, weeks, open, meeting, overdue, decisions, effort, budget, ended } = row;
  const values = [
    id,
    title,
    programme.title,
    NETWORK_TYPE_NAMES[type][language],
    weeks?.week,
    weeks?.of,
    open.map((phase) => phase.title).join(", "),
    meeting?.title,
    meeting?.at.slice(0, 10),
    overdue,
    decisions.waiting,
    decisions.days,
    effort.planned,
    effort.recorded,
    budget?.currency,
    budget?.planned,
    budget?.spent,
    ended ? YES[language] : "",
  ];
  return values.map((value) => decimal(value, language));
}

/** Numbers as a spreadsheet of that language reads them. */
const decimal = (value: string | number | undefined, language: Language): string =>
  typeof value === "number" && language === "da" ? String(value).replace(".", ",") : String(value ?? "");
