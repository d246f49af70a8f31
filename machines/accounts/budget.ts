// Money: what was planned for each budget line, what was spent of it, and what is left or not shared out yet.
import type { Budget, Text } from "../../programmes/types.ts";
import type { Contribution } from "../ledger.ts";

/** One line, in whole units of the currency. `planned` is absent where nobody has said what it may cost, `left` where nothing was spent of it either. */
export type LineState = { id: string; title: Text; planned?: number; spent: number; left?: number };

/** `planned` and `spent`: all lines together. `unallocated`: what of the total no line has; `left`: what of it is not spent. */
export type BudgetState = {
  currency: string;
  total?: number;
  lines: LineState[];
  planned: number;
  spent: number;
  unallocated?: number;
  left?: number;
};

/** How the money stands by the contributions so far, in their order; undefined where the programme names no budget. */
export function budgetState(budget: Budget | undefined, contributions: Contribution[]): BudgetState | undefined {
  if (!budget) return undefined;
  const lines = budget.lines.map(({ id, title, amount }): LineState => {
    const planned = lastPlanned(id, contributions) ?? amount;
    const spent = sum(
      contributions.filter(({ kind, data }) => kind === "spending.recorded" && data["line"] === id).map(amountIn),
    );
    const left = planned === undefined && spent === 0 ? {} : { left: (planned ?? 0) - spent };
    return { id, title, spent, ...(planned !== undefined && { planned }), ...left };
  });
  const [planned, spent] = [sum(lines.map((line) => line.planned ?? 0)), sum(lines.map((line) => line.spent))];
  const { total, currency } = budget;
  const whole = total === undefined ? {} : { total, unallocated: total - planned, left: total - spent };
  return { currency, lines, planned, spent, ...whole };
}

/** What a line was last planned anew to; undefined where it stands as in the programme. */
function lastPlanned(line: string, contributions: Contribution[]): number | undefined {
  const last = contributions.findLast(({ kind, data }) => kind === "budget.planned" && data["line"] === line);
  return last && amountIn(last);
}

const amountIn = ({ data }: Contribution): number => Number(data["amount"] ?? 0);
const sum = (amounts: number[]): number => amounts.reduce((all, amount) => all + amount, 0);
