// Tables and lists of a report.
import { markup, type Markup } from "../markup.ts";

/** A heading; with `number` its column stands to the right. */
type Heading = string | { number: string };

/** A table of rows of cells, and a last row where there is one. */
export function tableOf(headings: Heading[], rows: Markup[][], foot?: Markup[]): Markup {
  const head = headings.map((one) =>
    typeof one === "string"
      ? markup`<th scope="col">${one}</th>`
      : markup`<th scope="col" class="number">${one.number}</th>`,
  );
  return markup`<table><thead><tr>${head}</tr></thead>
    <tbody>${rows.map((cells) => markup`<tr>${cells}</tr>`)}</tbody>
    ${foot && markup`<tfoot><tr>${foot}</tr></tfoot>`}</table>`;
}

/** Plain cells, the first as the row's heading. */
export const cellsOf = ([first = "", ...others]: string[]): Markup[] => [
  markup`<th scope="row">${first}</th>`,
  ...others.map((text) => markup`<td>${text}</td>`),
];

/** Lines as a list. */
export const listOf = (lines: string[]): Markup =>
  markup`<ul class="lines">${lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
