// A running network as a file: what was planned beside what came of it.
import { createRoute, z } from "@hono/zod-openapi";
import { executedOf, planBeside } from "../machines/executed.ts";
import { csvOf } from "../programmes/export/csv.ts";
import { htmlOf } from "../programmes/export/html.ts";
import { calendarOf } from "../programmes/export/ics.ts";
import { networkJsonOf } from "../programmes/export/network-json.ts";
import { getNetwork, type Network } from "../store/networks.ts";
import type { Routes } from "./app.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { languageOf, type Language } from "./words.ts";

const TYPES = {
  json: "application/json",
  csv: "text/csv; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
  html: "text/html; charset=utf-8",
};
type Format = keyof typeof TYPES;

const ExportShape = z
  .object({
    format: z.enum(["json", "csv", "ics", "html"]),
    name: z.string().describe("what to call the file"),
    type: z.string().describe("its media type"),
    content: z.string(),
    undated: z.array(z.string()).describe("ids of items that a calendar leaves out, having no date"),
  })
  .openapi("Export");
export type ExportJson = z.infer<typeof ExportShape>;

/** Registers `GET /api/networks/{id}/export`. Texts are in the reader's language. */
export function addExportRoutes({ app, parts, admit, submit }: Routes): void {
  const route = createRoute({
    method: "get",
    path: "/api/networks/{id}/export",
    summary: "A network as a file: planned beside carried out",
    request: { params: NETWORK_ID, query: z.object({ format: z.enum(["json", "csv", "ics", "html"]) }) },
    responses: { ...answers(200, ExportShape), ...problems(401, 404, 422) },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    await admit(c, id);
    await submit.settled(id);
    const { format } = c.req.valid("query");
    const network = (await getNetwork(parts.store, id)) as Network;
    const file = fileOf(network, format, languageOf(c.req.header("accept-language")));
    return c.json({ format, name: `${id}.${format}`, type: TYPES[format], ...file }, 200);
  });
}

function fileOf(network: Network, format: Format, language: Language): Pick<ExportJson, "content" | "undated"> {
  const { id, title, view } = network;
  const plan = planBeside(network.plan, view);
  const executed = executedOf(network.plan, view);
  if (format === "json") return { content: networkJsonOf({ id, title }, plan, executed), undated: [] };
  if (format === "csv") return { content: csvOf(plan, language, executed), undated: [] };
  if (format === "html") return { content: htmlOf(plan, { language, title, executed }), undated: [] };
  const { content, undated } = calendarOf(plan, { language, executed, name: title, domain: id, stamp: network.now });
  return { content, undated };
}
