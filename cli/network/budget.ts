// Money of a network by line: planned, spent and left.
import type { BudgetJson } from "../../api/client.ts";
import { moneyText } from "../../programmes/export/report/numbers.ts";
import { table } from "../layout.ts";
import type { Given, Language, Output, World } from "../world.ts";

/** The money as the API gives it. */
export async function run({ client, language }: World, { args }: Given): Promise<Output> {
  const budget = await (await client()).budget(args[0]!);
  return { json: budget, text: textOf(budget, language) };
}

function textOf({ currency, total, lines, planned, spent, unallocated, left }: BudgetJson, language: Language): string {
  const said = SAID[language];
  if (currency === undefined) return said.none;
  const money = (amount: number | undefined) => (amount === undefined ? "–" : moneyText(amount, currency, language));
  const rest = unallocated === undefined ? [] : [["", said.unallocated, money(unallocated), "", money(unallocated)]];
  const rows = [
    ...lines.map((line) => [line.id, line.title, money(line.planned), money(line.spent), money(line.left)]),
    ...rest,
    ["", said.total, money(total ?? planned), money(spent), money(left)],
  ];
  return table(rows, ["id", said.line, said.planned, said.spent, said.left]);
}

const SAID = {
  da: {
    none: "Programmet har intet budget.",
    line: "linje",
    planned: "planlagt",
    spent: "brugt",
    left: "tilbage",
    unallocated: "ikke fordelt",
    total: "i alt",
  },
  en: {
    none: "The programme has no budget.",
    line: "line",
    planned: "planned",
    spent: "spent",
    left: "left",
    unallocated: "not split",
    total: "in all",
  },
};
