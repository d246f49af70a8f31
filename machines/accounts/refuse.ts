// What is refused about measurements, money and hours, in words that say what to do.
import type { Text } from "../../programmes/types.ts";
import type { Json } from "../engine/types.ts";
import type { Book } from "../ledger.ts";
import { baselineMissing, wrongCriteria } from "../monitoring.ts";
import { refusals } from "../refusals.ts";
import type { Trigger } from "../trigger.ts";
import { budgetState } from "./budget.ts";

/** Triggers of which what can be refused rests on what was contributed before: a store has to load it. */
export const RESTS_ON_CONTRIBUTIONS = ["recordMeasure", "planBudget"];

/** Why one of these triggers cannot be taken on a book as it stands; undefined where it can, or is another trigger. */
export function wrongAccount(book: Book, { type, data }: Trigger): Text | undefined {
  if (type === "recordMeasure") return wrongMeasure(book, data);
  if (type === "recordSpending") return wrongLine(book, data["line"]);
  if (type === "planBudget") return wrongLine(book, data["line"]) ?? tooMuch(book, data);
  return type === "recordEffort" ? wrongWork(book, data) : undefined;
}

/** What stands in the ledger beside what was said: of a plan of money what it was before. */
export function beside({ plan, contributions }: Book, { type, data }: Trigger): { before?: { amount: Json } } {
  if (type !== "planBudget") return {};
  const line = budgetState(plan.programme.budget, contributions)?.lines.find(({ id }) => id === data["line"]);
  return { before: { amount: line?.planned ?? null } };
}

function wrongMeasure(book: Book, data: Trigger["data"]): Text | undefined {
  const { programme } = book.plan;
  const values = (data["values"] ?? {}) as { [key: string]: Json };
  const { missing, unknown } = wrongCriteria(programme, String(data["item"]), values);
  if (missing.length + unknown.length > 0) return refusals.notMeasured(missing, unknown);
  const organisation = String(data["organisation"]);
  const first = baselineMissing(programme, String(data["item"]), organisation, book.contributions);
  return first && noBaseline(first, organisation);
}

function wrongLine({ plan }: Book, line: Json | undefined): Text | undefined {
  const lines = plan.programme.budget?.lines ?? [];
  return lines.some(({ id }) => id === line) ? undefined : noLine(String(line), lines);
}

/** Lines may not come to more than the total; what is left of it is said. */
function tooMuch({ plan, contributions }: Book, { line, amount }: Trigger["data"]): Text | undefined {
  const state = budgetState(plan.programme.budget, contributions);
  if (state?.unallocated === undefined) return undefined;
  const now = state.lines.find(({ id }) => id === line)?.planned ?? 0;
  const most = Math.max(state.unallocated + now, now);
  return Number(amount) > most ? overTotal(String(line), most, state.currency) : undefined;
}

function wrongWork({ plan, view }: Book, { item, idea, phase }: Trigger["data"]): Text | undefined {
  if (item !== undefined && !view.items[String(item)]) return refusals.absent(`item:${String(item)}`);
  if (idea !== undefined && !view.ideas[String(idea)]) return refusals.absent(`idea:${String(idea)}`);
  const phases = plan.programme.phases.map(({ id }) => id);
  if (phase === undefined || phases.includes(String(phase))) return undefined;
  return refusals.noPart("phase", String(phase), phases);
}

const noBaseline = (first: { id: string; title: Text }, organisation: string): Text => ({
  da: `${organisation} er ikke målt ved «${first.title.da}» endnu; uden den er der intet at sammenligne med. Notér den først (recordMeasure, item ${first.id}).`,
  en: `${organisation} has not been measured at “${first.title.en}” yet; without it there is nothing to compare with. Record that first (recordMeasure, item ${first.id}).`,
});

const noLine = (line: string, lines: { id: string }[]): Text => ({
  da: `Der er ingen budgetlinje «${line}». ${lines.length > 0 ? `Linjerne er: ${lines.map(({ id }) => id).join(", ")}.` : "Programmet har ingen."}`,
  en: `There is no budget line «${line}». ${lines.length > 0 ? `The lines are: ${lines.map(({ id }) => id).join(", ")}.` : "The programme has none."}`,
});

const overTotal = (line: string, most: number, currency: string): Text => ({
  da: `Så meget er der ikke: linjen «${line}» kan højst få ${most} ${currency}. Sæt en anden linje ned først.`,
  en: `There is not that much: the line «${line}» can get ${most} ${currency} at the most. Lower another line first.`,
});
