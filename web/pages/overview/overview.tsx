// All networks that one may see, in a table: which of them need somebody.
import { mayMake, type At } from "../../site/at.ts";
import { moment, shortDay } from "../../site/dates.ts";
import { HEADERS, partUrl } from "../../site/frame.tsx";
import type { Site } from "../../site/site.tsx";
import { choiceIn, chosen, COLUMNS, SHOWS, urlOf, type Choice, type Column, type Row } from "./choose.ts";
import { OVERVIEW, type OverviewWords } from "./words.ts";

const ZONE = "Europe/Copenhagen";
const NUMBERS: readonly Column[] = ["overdue", "effort", "budget"];

/** Adds the page and its file to the site. */
export function addOverview({ page }: Site): void {
  page("/overview", async (at) => {
    const rows = await at.api.overview();
    const choice = choiceIn((name) => at.c.req.query(name));
    return {
      title: OVERVIEW[at.language].title,
      body: <Overview at={at} all={rows} choice={choice} />,
      part: "overview",
    };
  });
  page("/overview.csv", async ({ c, api }) => {
    const { name, type, content } = await api.overviewFile();
    const file = `attachment; filename="${name.replaceAll(/[^\w.-]/g, "")}"`;
    return c.body(content, 200, { ...HEADERS, "content-type": type, "content-disposition": file });
  });
}

function Overview({ at, all, choice }: { at: At; all: Row[]; choice: Choice }) {
  const words = OVERVIEW[at.language];
  const rows = chosen(all, choice, at.language);
  return (
    <>
      <h1>{words.title}</h1>
      {all.length === 0 ? (
        <>
          <p class="empty">{words.empty}</p>
          {mayMake(at.me) && (
            <a class="button button-primary" href="/networks/new">
              {words.make}
            </a>
          )}
        </>
      ) : (
        <>
          <Lead all={all} words={words} />
          <Filter choice={choice} words={words} />
          {rows.length === 0 ? (
            <p class="empty">
              {`${words.noMatch} `}
              <a href={urlOf(choice, { q: "", type: "", show: "all" })}>{words.all}</a>
            </p>
          ) : (
            <Table at={at} rows={rows} choice={choice} />
          )}
          <p>
            <a href="/overview.csv">{words.csv}</a>
          </p>
        </>
      )}
    </>
  );
}

/** How the networks for real stand together. */
function Lead({ all, words }: { all: Row[]; words: OverviewWords }) {
  const running = all.filter(({ ended, rehearsal }) => !ended && !rehearsal);
  if (running.length === 0) return <p class="lead">{words.idle}</p>;
  const late = running.filter(({ overdue }) => overdue > 0).length;
  const waiting = running.reduce((sum, { decisions }) => sum + decisions.waiting, 0);
  const days = Math.max(0, ...running.map(({ decisions }) => decisions.days ?? 0));
  return <p class="lead">{`${words.lead(running.length, late)} ${words.waiting(waiting, days)}`}</p>;
}

function Filter({ choice, words }: { choice: Choice; words: OverviewWords }) {
  const { q, type, show, sort, down } = choice;
  return (
    <form method="get" action="/overview" class="filter" role="search" aria-label={words.filter}>
      <div>
        <label class="form-label" for="filter-q">
          {words.search}
        </label>
        <input class="form-input" id="filter-q" name="q" type="search" value={q} autocomplete="off" />
      </div>
      <div>
        <label class="form-label" for="filter-type">
          {words.type}
        </label>
        <select class="form-select" id="filter-type" name="type">
          <option value="">{words.anyType}</option>
          {(["innovation", "learning", "welfare"] as const).map((one) => (
            <option value={one} selected={one === type}>
              {words.types[one]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label class="form-label" for="filter-show">
          {words.show}
        </label>
        <select class="form-select" id="filter-show" name="show">
          {SHOWS.map((one) => (
            <option value={one} selected={one === show}>
              {words.shows[one]}
            </option>
          ))}
        </select>
      </div>
      {sort && <input type="hidden" name="sort" value={sort} />}
      {down && <input type="hidden" name="down" value="1" />}
      <button type="submit" class="button button-secondary">
        {words.press}
      </button>
    </form>
  );
}

function Table({ at, rows, choice }: { at: At; rows: Row[]; choice: Choice }) {
  const words = OVERVIEW[at.language];
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={words.table}>
      <table class="table folds" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <Head column={column} choice={choice} words={words} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <One at={at} row={row} words={words} />
          ))}
        </tbody>
        <Sum at={at} rows={rows} words={words} />
      </table>
    </div>
  );
}

/** Pressed again, the order is turned round. */
function Head({ column, choice, words }: { column: Column; choice: Choice; words: OverviewWords }) {
  const { sort, down } = choice;
  const isSorted = sort === column;
  const turned = urlOf(choice, { sort: column, down: isSorted && !down });
  return (
    <th
      scope="col"
      role="columnheader"
      class={NUMBERS.includes(column) ? "num" : ""}
      {...(isSorted && { "aria-sort": down ? ("descending" as const) : ("ascending" as const) })}
    >
      <a href={turned}>
        {words.columns[column]}
        {isSorted && <span aria-hidden="true">{down ? " ↓" : " ↑"}</span>}
      </a>
    </th>
  );
}

function One({ at, row, words }: { at: At; row: Row; words: OverviewWords }) {
  const { language } = at;
  const { id, title, programme, weeks, open, meeting, overdue, decisions, effort, budget, ended, rehearsal } = row;
  const number = numbersIn(language);
  const { columns, none } = words;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={partUrl(id, "now")}>{title}</a>
        <span class="soft">{programme.title === title ? "" : programme.title}</span>
        {rehearsal && <span class="pill warm">{words.rehearsal}</span>}
        {ended && <span class="pill">{words.ended}</span>}
      </th>
      <td role="cell" data-label={columns.week}>
        {weeks ? words.weekOf(weeks.week, weeks.of) : none}
      </td>
      <td role="cell" data-label={columns.phase}>
        {open.length > 0 ? open.map((phase) => phase.title).join(", ") : none}
      </td>
      <td role="cell" data-label={columns.meeting}>
        {meeting ? `${whenText(meeting.at, language)} · ${meeting.title}` : none}
      </td>
      <td role="cell" class="num" data-label={columns.overdue}>
        {overdue > 0 ? <span class="pill wrong">{overdue}</span> : "0"}
      </td>
      <td role="cell" data-label={columns.decisions}>
        {decisions.waiting === 0
          ? "0"
          : `${decisions.waiting}${decisions.days === undefined ? "" : ` · ${words.days(decisions.days)}`}`}
      </td>
      <td role="cell" class="num" data-label={columns.effort}>
        {words.spent(number(effort.recorded), number(effort.planned))}
      </td>
      <td role="cell" class="num" data-label={columns.budget}>
        {budget ? `${words.spent(number(budget.spent), number(budget.planned))} ${budget.currency}` : none}
      </td>
    </tr>
  );
}

/** A day whose hour nobody has said has none. */
function whenText(at: string, language: At["language"]): string {
  const told = { zone: ZONE, language };
  return at.slice(11, 16) === "00:00" ? shortDay(at, told, "0000") : moment(at, told, "0000");
}

/** Effort and budget of what is shown, added up: money by currency. */
function Sum({ at, rows, words }: { at: At; rows: Row[]; words: OverviewWords }) {
  const real = rows.filter(({ rehearsal }) => !rehearsal);
  if (real.length < 2) return null;
  const number = numbersIn(at.language);
  const total = (of: (row: Row) => number, among = real) => number(among.reduce((sum, row) => sum + of(row), 0));
  const currencies = [...new Set(real.flatMap(({ budget }) => budget?.currency ?? []))].toSorted();
  const money = currencies.map((currency) => {
    const own = real.filter(({ budget }) => budget?.currency === currency);
    const [spent, planned] = [total(({ budget }) => budget!.spent, own), total(({ budget }) => budget!.planned, own)];
    return `${words.spent(spent, planned)} ${currency}`;
  });
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        <th scope="row" role="rowheader">
          {words.sum}
        </th>
        <td role="cell" colspan={5} class="gap" />
        <td role="cell" class="num" data-label={words.columns.effort}>
          {words.spent(
            total(({ effort }) => effort.recorded),
            total(({ effort }) => effort.planned),
          )}
        </td>
        <td role="cell" class="num" data-label={words.columns.budget}>
          {money.join(", ") || words.none}
        </td>
      </tr>
    </tfoot>
  );
}

const numbersIn = (language: At["language"]) => {
  const format = new Intl.NumberFormat(language === "da" ? "da-DK" : "en-GB", { maximumFractionDigits: 1 });
  return (value: number) => format.format(value);
};
