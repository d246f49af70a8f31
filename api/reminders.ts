// The rules that remind of things in a network, as they stand.
import { createRoute } from "@hono/zod-openapi";
import { itemIn } from "../machines/recipients.ts";
import { rulesNow } from "../machines/reminder-rules.ts";
import { readLedger } from "../store/ledger.ts";
import type { Routes } from "./app.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { ReminderRulesShape } from "./reminder-shapes.ts";
import { languageOf } from "./words.ts";

/** Registers `GET /api/networks/{id}/reminders`. */
export function addReminderRoutes({ app, parts: { store }, admit, book: bookOf }: Routes): void {
  const route = createRoute({
    method: "get",
    path: "/api/networks/{id}/reminders",
    summary: "The rules that remind of things, with what the network has set in place of the programme",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, ReminderRulesShape), ...problems(401, 404) },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    await admit(c, id);
    // A book is opened when all that anybody was answered is written: what was set is read after that.
    const book = await bookOf(id);
    const rows = await readLedger(store, id, { kinds: ["reminder.set"] });
    const language = languageOf(c.req.header("accept-language"));
    const titleOf = (item: string) => (book.view.items[item]?.title ?? itemIn(book, item)?.title)?.[language] ?? item;
    const rules = rulesNow(book.plan.programme, rows).map(({ rule, now, items }) => ({
      id: rule.id,
      title: rule.title[language],
      for: rule.for,
      days: rule.days,
      unit: rule.unit ?? ("days" as const),
      ...(rule.every !== undefined && { every: rule.every }),
      ...(rule.anchor !== undefined && { anchor: rule.anchor }),
      now,
      items: items.map(({ item, ...change }) => ({ id: item, title: titleOf(item), ...change })),
    }));
    return c.json(rules, 200);
  });
}
