// The measurements, hours and money of a report.
import type { Language } from "../../problem.ts";
import { markup, type Markup } from "../markup.ts";
import { barsOf } from "./chart.ts";
import { numberText } from "./numbers.ts";
import { listOf, tableOf } from "./table.ts";
import type { Effort, Money, Monitoring, Report } from "./types.ts";
import { REPORT_PAGE_WORDS } from "./words.ts";

/** Sections of what the programme measures, of working time, and of money where it has a budget. */
export function accountsOf({ language, monitoring, effort, budget }: Report): (Markup | undefined)[] {
  return [
    monitoring && monitoringOf(monitoring, language),
    effortOf(effort, language),
    budget && moneyOf(budget, language),
  ];
}

/** Table and chart of every criterion. Also what a page of measurements alone is made of. */
function monitoringOf({ points, criteria, means, remarks }: Monitoring, language: Language): Markup {
  const words = REPORT_PAGE_WORDS[language];
  const drawn = criteria.some(({ rows }) =>
    rows.some(({ values }) => values.some((value) => typeof value === "number")),
  );
  return markup`<section><h2>${words.monitoring}</h2>
    ${criteria.length === 0 ? markup`<p>${words.nothing}</p>` : undefined}
    ${means.length === 0 ? undefined : meansTable(means, points, language)}
    ${drawn ? keysOf(points) : undefined}
    ${criteria.map((criterion) => criterionOf(criterion, points, language))}
    ${remarks.length === 0 ? undefined : listOf(remarks)}</section>`;
}

function meansTable(means: Monitoring["means"], points: string[], language: Language): Markup {
  const words = REPORT_PAGE_WORDS[language];
  const rows = means.map(({ number, title, values }) => rowOf(`${number}. ${title}`, values));
  return markup`<h3>${words.means}</h3>${tableOf([words.criteria, ...points.map((point) => ({ number: point }))], rows)}`;
}

function criterionOf(
  { number, title, rows }: Monitoring["criteria"][number],
  points: string[],
  language: Language,
): Markup {
  const words = REPORT_PAGE_WORDS[language];
  const chart = barsOf(rows, { title: words.chart(words.criterion(number)), points, language });
  const cells = rows.map(({ organisation, values }) => [
    markup`<th scope="row">${organisation}</th>`,
    ...values.map((value) =>
      typeof value === "number"
        ? markup`<td class="number">${numberText(value, language)}</td>`
        : markup`<td>${value ?? "–"}</td>`,
    ),
  ]);
  const headings = points.map((point, index) =>
    rows.some(({ values }) => typeof values[index] === "number") ? { number: point } : point,
  );
  return markup`<div class="${chart ? "criterion" : "criterion plain"}"><h3>${words.criterion(number)}: ${title}</h3>
    ${tableOf([words.organisation, ...headings], cells)}${chart}</div>`;
}

function keysOf(points: string[]): Markup {
  const keys = points.map(
    (point, index) =>
      markup`<li><svg width="14" height="12" viewBox="0 0 14 12" aria-hidden="true"><rect x="1" y="1" width="12" height="10" class="${`bar p${index}`}"/></svg>${point}</li>`,
  );
  return markup`<ul class="keys">${keys}</ul>`;
}

function effortOf({ lines, people, total, remarks }: Effort, language: Language): Markup {
  const words = REPORT_PAGE_WORDS[language];
  const { phase, planned, recorded, person } = words.effortColumns;
  const table = tableOf(
    [phase, { number: planned }, { number: recorded }],
    lines.map((line) => rowOf(line.title, [line.planned, line.recorded])),
    rowOf(words.total, [total.planned, total.recorded]),
  );
  const byPerson = tableOf(
    [person, { number: recorded }],
    people.map((one) => rowOf(one.title, [one.recorded])),
  );
  return markup`<section class="whole"><h2>${words.effort}</h2>
    ${lines.length === 0 ? markup`<p>${words.nothing}</p>` : table}
    ${people.length === 0 ? undefined : byPerson}
    ${remarks.length === 0 ? undefined : listOf(remarks)}</section>`;
}

function moneyOf({ lines, total, remarks }: Money, language: Language): Markup {
  const words = REPORT_PAGE_WORDS[language];
  const { line, planned, spent, left } = words.budgetColumns;
  const table = tableOf(
    [line, { number: planned }, { number: spent }, { number: left }],
    lines.map((one) => rowOf(one.title, [one.planned, one.spent, one.left])),
    rowOf(words.total, [total.planned, total.spent, total.left]),
  );
  return markup`<section class="whole"><h2>${words.budget}</h2>
    ${lines.length === 0 ? markup`<p>${words.nothing}</p>` : table}
    ${remarks.length === 0 ? undefined : listOf(remarks)}</section>`;
}

const rowOf = (title: string, numbers: string[]): Markup[] => [
  markup`<th scope="row">${title}</th>`,
  ...numbers.map((number) => markup`<td class="number">${number}</td>`),
];
