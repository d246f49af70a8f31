// Measurements, hours and money of a network as a report shows them.
import { moneyText, numberText } from "../../programmes/export/report/numbers.ts";
import type { Effort, Monitoring, Money } from "../../programmes/export/report/types.ts";
import { budgetState } from "../accounts/budget.ts";
import { comparisonOf } from "../accounts/comparison.ts";
import { effortState } from "../accounts/effort.ts";
import type { Text } from "../../programmes/types.ts";
import { capital, sentence, type Setting } from "./given.ts";

/** What was measured; undefined where the programme measures nothing. */
export function monitoringOf(setting: Setting): Monitoring | undefined {
  const { programme, contributions, rows, say, words } = setting;
  const comparison = comparisonOf(programme, contributions, rows);
  if (!comparison) return undefined;
  const { points, criteria, records, missing } = comparison;
  const titleOf = (id: string) => say(points.find((point) => point.id === id)!.title);
  const late = records.filter((record) => record.late);
  const lacking = points.flatMap(({ id, title }) => {
    const own = missing.filter(({ point }) => point === id).map(({ organisation }) => organisation);
    return own.length === 0 ? [] : [words.lacking(say(title), own.join(", "))];
  });
  return {
    points: points.map(({ title }) => say(title)),
    criteria: criteria.map(({ id, title, rows: own }) => ({ number: id, title: say(title), rows: own })),
    means: meansIn(comparison).map(({ id, title, values }) => ({
      number: id,
      title: say(title),
      values: values.map((value) => (value === undefined ? "–" : numberText(value, setting.language))),
    })),
    remarks: [...late.map(({ organisation, point }) => words.lateBaseline(organisation, titleOf(point))), ...lacking],
  };
}

type Comparison = NonNullable<ReturnType<typeof comparisonOf>>;

type Means = { id: string; title: Text; values: (number | undefined)[] };

/** The mean of all organisations at each point that all have a number at, to one decimal; of criteria that have any. */
function meansIn({ criteria }: Comparison): Means[] {
  return criteria.flatMap(({ id, title, rows }) => {
    const columns = (rows[0]?.values ?? []).map((_, point) => rows.map(({ values }) => values[point]));
    const means = columns.map((column) =>
      column.every((value) => typeof value === "number") ? mean(column) : undefined,
    );
    return means.some((value) => value !== undefined) ? [{ id, title, values: means }] : [];
  });
}

const mean = (numbers: number[]): number =>
  Math.round((numbers.reduce((all, one) => all + one, 0) / numbers.length) * 10) / 10;

/** In a sentence, how far each criterion came from the first to the last point. */
export function developmentIn({ programme, contributions, rows, words, language }: Setting): string[] {
  const comparison = comparisonOf(programme, contributions, rows);
  const number = (value: number) => numberText(value, language);
  const list = (comparison ? meansIn(comparison) : []).flatMap(({ id, values }) => {
    const [first, last] = [values[0], values.at(-1)];
    const both = values.length > 1 && first !== undefined && last !== undefined;
    return both ? [words.criterion(id, number(first), number(last))] : [];
  });
  return list.length === 0 ? [] : [sentence(words.developed(list.join(", ")))];
}

/** Hours planned beside those recorded; of whom, only where names are asked for. */
export function effortOf(setting: Setting): Effort {
  const { plan, view, contributions, words, say, day, role, people, language, names = false, hours = false } = setting;
  const state = effortState(plan, view, contributions);
  const days = (number: number) => numberText(number, language);
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? words.unknown;
  const manager = setting.programme.rights["agreeHours"]?.[0];
  const agreed =
    state.agreed && manager !== undefined
      ? [words.agreed(words.days(days(state.agreed.days)), role(manager), day(state.agreed.at))]
      : manager !== undefined
        ? [words.notAgreed(role(manager))]
        : [];
  const usesIdeas = plan.programme.items.some(({ effort }) => effort?.perIdea !== undefined);
  return {
    lines: state.phases.map(({ title, planned, recorded }) => ({
      title: title ? say(title) : words.withoutPhase,
      planned: days(planned),
      recorded: days(recorded),
    })),
    people:
      names && hours
        ? state.people.map(({ person, recorded }) => ({ title: nameOf(person), recorded: days(recorded) }))
        : [],
    total: { planned: days(state.planned), recorded: days(state.recorded) },
    remarks: [
      ...(usesIdeas ? [words.effortPlanned(state.ideas)] : []),
      ...(contributions.some(({ kind, data }) => kind === "effort.recorded" && data["hours"] !== undefined)
        ? [words.hoursNote]
        : []),
      ...agreed,
    ],
  };
}

/** Money by line; undefined where the programme names no budget. */
export function moneyOf({ programme, contributions, words, say, language }: Setting): Money | undefined {
  const state = budgetState(programme.budget, contributions);
  if (!state) return undefined;
  const amount = (number: number | undefined) =>
    number === undefined ? "–" : moneyText(number, state.currency, language);
  const over = state.lines.filter(({ left = 0 }) => left < 0).map(({ title }) => say(title));
  const { unallocated, total } = state;
  return {
    lines: [
      ...state.lines.map(({ title, planned, spent, left }) => ({
        title: capital(say(title)),
        planned: amount(planned),
        spent: amount(spent),
        left: amount(left),
      })),
      ...(unallocated !== undefined && unallocated !== 0
        ? [{ title: words.unallocated, planned: amount(unallocated), spent: "–", left: amount(unallocated) }]
        : []),
    ],
    total: { planned: amount(total ?? state.planned), spent: amount(state.spent), left: amount(state.left) },
    remarks: [
      ...(total === undefined ? [words.noAmount] : []),
      ...(unallocated !== undefined && unallocated < 0 ? [words.overAllocated] : []),
      ...(over.length > 0 ? [words.overspent(over.join(", "))] : []),
    ],
  };
}
