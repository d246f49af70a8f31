// What a network comes to, as it is read: measurements compared, hours planned beside recorded, money planned, spent and left.
import { createRoute, type z } from "@hono/zod-openapi";
import { budgetState } from "../machines/accounts/budget.ts";
import { comparisonOf } from "../machines/accounts/comparison.ts";
import { effortState } from "../machines/accounts/effort.ts";
import type { Book } from "../machines/ledger.ts";
import { withActing } from "../machines/trigger-types.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Programme } from "../programmes/types.ts";
import { readLedger } from "../store/ledger.ts";
import { emailsOf } from "../store/people.ts";
import type { Store } from "../store/open.ts";
import { allRoles, type Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import { BudgetShape, EffortShape, MonitoringShape } from "./account-shapes.ts";
import type { BudgetJson, EffortJson, MonitoringJson } from "./account-shapes.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { languageOf, type Language } from "./words.ts";

/** Registers `GET /api/networks/{id}/monitoring`, `/effort` and `/budget`. Titles are in the reader's language. */
export function addAccountRoutes({ app, parts: { store }, admit, book }: Routes): void {
  const route = <P extends string, S extends z.ZodType>(path: P, summary: string, schema: S) =>
    createRoute({
      method: "get",
      path,
      summary,
      request: { params: NETWORK_ID },
      responses: { ...answers(200, schema), ...problems(401, 404) },
    });
  const monitoring = route("/api/networks/{id}/monitoring", "Measurements compared", MonitoringShape);
  app.openapi(monitoring, async (c) => {
    const { id } = c.req.valid("param");
    await admit(c, id);
    return c.json(await monitoringJson(store, await book(id), languageOf(c.req.header("accept-language"))), 200);
  });
  const effort = route(
    "/api/networks/{id}/effort",
    "Hours planned beside recorded; of each person for who may",
    EffortShape,
  );
  app.openapi(effort, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    return c.json(await effortJson(store, await book(id), admitted, languageOf(c.req.header("accept-language"))), 200);
  });
  const budget = route("/api/networks/{id}/budget", "Money planned, spent and left by line", BudgetShape);
  app.openapi(budget, async (c) => {
    const { id } = c.req.valid("param");
    await admit(c, id);
    const { plan, contributions } = await book(id);
    return c.json(budgetJson(plan.programme, contributions, languageOf(c.req.header("accept-language"))), 200);
  });
}

/** Who may see how much each has worked: who leads or acts for the lead, and whoever agrees on the lead's hours. */
export function seesHours({ rights }: Programme, admitted: Admitted): boolean {
  const may = [...withActing(["networkLead"]), ...(rights["agreeHours"] ?? [])];
  return admitted.principal.admin || allRoles(admitted).some((role) => may.includes(role));
}

async function monitoringJson(store: Store, book: Book, language: Language): Promise<MonitoringJson> {
  const { plan, contributions } = book;
  const rows = await readLedger(store, book.network.id, { kinds: ["track.started"] });
  const comparison = comparisonOf(plan.programme, contributions, rows);
  if (!comparison) return { points: [], organisations: [], criteria: [], records: [], missing: [] };
  return {
    ...comparison,
    points: comparison.points.map((point) => ({ ...point, title: point.title[language] })),
    criteria: comparison.criteria.map((criterion) => ({
      ...criterion,
      title: criterion.title[language],
      rows: criterion.rows.map(({ organisation, values }) => ({
        organisation,
        values: values.map((value) => value ?? null),
      })),
    })),
    records: comparison.records.map((record) => ({ ...record, at: rfc3339(record.at, plan.programme.zone) })),
  };
}

async function effortJson(
  store: Store,
  { plan, view, contributions }: Book,
  admitted: Admitted,
  language: Language,
): Promise<EffortJson> {
  const { agreed, items, phases, people, ...rest } = effortState(plan, view, contributions);
  const all = seesHours(plan.programme, admitted);
  const shown = people.filter(({ person }) => all || person === admitted.principal.personId);
  const emails = await emailsOf(
    store,
    shown.map(({ person }) => person),
  );
  return {
    ...rest,
    ...(agreed && { agreed: { days: agreed.days, at: rfc3339(agreed.at, plan.programme.zone) } }),
    items: items.map(({ title, ...item }) => ({ ...item, title: title[language] })),
    phases: phases.map(({ title, ...phase }) => ({ ...phase, ...(title && { title: title[language] }) })),
    people: shown.map(({ person, recorded }) => ({ person: emails.get(person) ?? person, recorded })),
  };
}

function budgetJson({ budget }: Programme, contributions: Book["contributions"], language: Language): BudgetJson {
  const state = budgetState(budget, contributions);
  if (!state) return { lines: [], planned: 0, spent: 0 };
  return { ...state, lines: state.lines.map(({ title, ...line }) => ({ ...line, title: title[language] })) };
}
