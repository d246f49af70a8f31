// A network's report, to print.
import { createRoute, z } from "@hono/zod-openapi";
import { reportOf } from "../machines/report/report.ts";
import { reportHtml } from "../programmes/export/report/html.ts";
import { readLedger } from "../store/ledger.ts";
import { getNetwork } from "../store/networks.ts";
import { seesHours } from "./accounts.ts";
import type { Routes } from "./app.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { languageOf } from "./words.ts";

const ReportShape = z
  .object({
    name: z.string().describe("what to call the file"),
    type: z.string().describe("its media type"),
    content: z.string().describe("one HTML document for print: no scripts, nothing to fetch"),
  })
  .openapi("Report");
export type ReportJson = z.infer<typeof ReportShape>;

/** Registers `GET /api/networks/{id}/report`. Texts are in the reader's language. */
export function addReportRoutes({ app, parts, admit, book: bookOf }: Routes): void {
  const { store } = parts;
  const route = createRoute({
    method: "get",
    path: "/api/networks/{id}/report",
    summary: "A network's report to print, for who was never there; with names of people only where they are asked for",
    request: {
      params: NETWORK_ID,
      query: z.object({ names: z.enum(["true", "false"]).optional().describe("with people's names") }),
    },
    responses: { ...answers(200, ReportShape), ...problems(401, 404, 422) },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const book = await bookOf(id);
    const [network, rows] = await Promise.all([getNetwork(store, id), readLedger(store, id)]);
    const { clock, now } = network!;
    // Next steps are followed after the end, too.
    const at = clock === "real" ? parts.now() : now;
    const content = reportHtml(
      reportOf({
        ...book,
        title: network!.title,
        view: { ...book!.view, now: Math.max(book!.view.now, at) },
        rows,
        language: languageOf(c.req.header("accept-language")),
        names: c.req.valid("query").names === "true",
        hours: seesHours(book!.plan.programme, admitted),
      }),
    );
    return c.json({ name: `${id}.html`, type: "text/html; charset=utf-8", content }, 200);
  });
}
