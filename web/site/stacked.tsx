// A table that stands as one card below another where it would be wider than a phone. Its roles are said, for what is shown as cards is
// no table to a browser; and each cell has the name of its column, for the headings are then out of sight.
import type { Child } from "hono/jsx";

type Props = {
  /** What names the region that holds it: a text, or the id of a heading. */
  name: { label: string } | { by: string };
  columns: readonly string[];
  /** Cells in the order of the columns; what is "" takes no room on a card. */
  rows: { id?: string; cells: Child[] }[];
  /** The column that says what its row is about. */
  main: number;
  /** Of the page, where it is refreshed by itself. */
  part?: string;
};

/** The table, in a frame that scrolls where it is a table still too wide. */
export function Stacked({ name, columns, rows, main, part }: Props) {
  const named = "by" in name ? { "aria-labelledby": name.by } : { "aria-label": name.label };
  return (
    <div class="scroll" tabindex={0} role="region" {...named} {...(part !== undefined && { "data-part": part })}>
      <table class="table stacked" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((one) => (
              <th scope="col" role="columnheader">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ id, cells }) => (
            <tr role="row" {...(id !== undefined && { id })}>
              {cells.map((cell, index) =>
                index === main ? (
                  <th scope="row" role="rowheader" data-label={columns[index]}>
                    {cell}
                  </th>
                ) : (
                  <td role="cell" data-label={columns[index]}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
