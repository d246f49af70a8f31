// The history of a network: every change with who, when, what, what was before, and why; whether it is as it was written; all as CSV.
import type { ChangeJson, PeopleJson, VerificationJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { moment } from "../../site/dates.ts";
import { HEADERS } from "../../site/frame.tsx";
import type { Site } from "../../site/site.tsx";
import { Stacked } from "../../site/stacked.tsx";
import { networkOf, type Known } from "../network-of.ts";
import { csvOf } from "./csv.ts";
import { AUDIT } from "./words.ts";

/** Changes on one page. */
const PAGE = 50;

/** Adds the page, and the file of it, to the site. */
export function addAudit({ page }: Site): void {
  page("/networks/:id/audit", async (at) => {
    const id = at.c.req.param("id") ?? "";
    const [known, changes, verified, { people }] = await Promise.all([
      networkOf(at),
      at.api.audit(id),
      at.api.verify(id),
      at.api.people(id),
    ]);
    const body = <Audit {...{ at, known, verified, people }} changes={changes.toReversed()} />;
    return { title: AUDIT[at.language].title, body, network: known.network, part: "audit" };
  });

  page("/networks/:id/audit/csv", async (at) => {
    const id = at.c.req.param("id") ?? "";
    const changes = await at.api.audit(id);
    return at.c.body(csvOf(changes, AUDIT[at.language].columns), 200, {
      ...HEADERS,
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${id.replaceAll(/[^\w-]/g, "")}-historik.csv"`,
    });
  });
}

type Props = {
  at: At;
  known: Known;
  changes: ChangeJson[];
  verified: VerificationJson;
  people: PeopleJson["people"];
};

function Audit(props: Props) {
  const { at, known, changes, people } = props;
  const { language, c } = at;
  const words = AUDIT[language];
  const names = new Map(people.map(({ email, name }) => [email, name]));
  const [q, by] = [(c.req.query("q") ?? "").slice(0, 200), (c.req.query("by") ?? "").slice(0, 320)];
  const found = changes.filter(
    (one) => (by === "" || one.who === by) && textOf(one, names).includes(q.trim().toLowerCase()),
  );
  const start = Math.max(0, Math.floor(Number(c.req.query("from") ?? 0)) || 0);
  const shown = found.slice(start, start + PAGE);
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(changes.length)}</p>
      <Verified {...props} />
      <Filter {...{ at, changes, names, q, by }} />
      {shown.length === 0 ? (
        <p class="empty">{words.nothing}</p>
      ) : (
        <>
          <p class="soft">{words.found(shown.length, found.length)}</p>
          <Table {...{ at, known, names, shown }} />
        </>
      )}
      <Pages {...{ at, q, by, start, all: found.length }} />
      <p>
        <a href={`/networks/${encodeURIComponent(known.id)}/audit/csv`}>{words.export}</a>
      </p>
    </>
  );
}

const textOf = ({ says, why, who, subject }: ChangeJson, names: Map<string, string>): string =>
  [says, why, who, names.get(who ?? ""), subject].join(" ").toLowerCase();

function Verified({ at, verified }: Props) {
  const words = AUDIT[at.language];
  const { ok, rows, head, broken } = verified;
  return (
    <>
      {ok ? (
        <p class="met">{words.whole(rows)}</p>
      ) : (
        <div class="said wrong" role="alert">
          <h2>{words.broken}</h2>
          <ul>
            {broken.slice(0, 20).map(({ seq, what }) => (
              <li>{`${seq} ${words.what[what]}`}</li>
            ))}
          </ul>
          <p>{words.brokenHint}</p>
        </div>
      )}
      <details>
        <summary>{words.head}</summary>
        <p>
          <code>{head}</code>
        </p>
        <p class="soft">{words.headHint}</p>
      </details>
    </>
  );
}

type Filtering = { at: At; changes: ChangeJson[]; names: Map<string, string>; q: string; by: string };

function Filter({ at, changes, names, q, by }: Filtering) {
  const words = AUDIT[at.language];
  const who = [...new Set(changes.flatMap((one) => one.who ?? []))];
  return (
    <form method="get" class="filter" aria-label={words.filter} role="search">
      <div class="form-group">
        <label class="form-label" for="q">
          {words.search}
        </label>
        <input class="form-input" type="search" id="q" name="q" value={q} autocomplete="off" />
      </div>
      <div class="form-group">
        <label class="form-label" for="by">
          {words.by}
        </label>
        <select class="form-select" id="by" name="by">
          <option value="">{words.everybody}</option>
          {who.map((one) => (
            <option value={one} selected={one === by}>
              {names.get(one) ?? one}
            </option>
          ))}
        </select>
      </div>
      <div class="form-group">
        <button type="submit" class="button button-secondary">
          {words.show}
        </button>
      </div>
    </form>
  );
}

type Shown = { at: At; known: Known; names: Map<string, string>; shown: ChangeJson[] };

function Table({ at, known, names, shown }: Shown) {
  const { language } = at;
  const words = AUDIT[language];
  const nameOf = (who: string | undefined) => (who === undefined ? words.timer : (names.get(who) ?? who));
  const roleOf = (role: string | undefined) => (role === undefined ? "" : (known.roleNames[role] ?? role));
  const rows = shown.map((one) => ({
    id: `n${one.seq}`,
    cells: [
      moment(one.at, { zone: known.zone, language }, known.now),
      <>
        {nameOf(one.who)}
        {one.role !== undefined && <span class="soft">{` · ${roleOf(one.role)}`}</span>}
      </>,
      one.says,
      beforeOf(one, at, known),
      one.why ?? "",
    ],
  }));
  return <Stacked name={{ label: words.title }} columns={words.columns} rows={rows} main={2} part="changes" />;
}

/** What was before, as far as it can be said in a few words: a date, a place, a name. */
function beforeOf({ old }: ChangeJson, { language }: At, { zone, now }: Known): string {
  return Object.entries(old ?? {})
    .flatMap(([name, value]) => {
      if (["allDay", "session"].includes(name) || value === null) return [];
      if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value))
        return name === "end" ? [] : [moment(value, { zone, language }, now)];
      return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
    })
    .join(" – ");
}

function Pages({ at, q, by, start, all }: { at: At; q: string; by: string; start: number; all: number }) {
  const words = AUDIT[at.language];
  const url = (from: number) => `?${new URLSearchParams({ ...(q && { q }), ...(by && { by }), from: String(from) })}`;
  return (
    <p class="inline">
      {start > 0 && (
        <a class="button button-secondary small" href={url(Math.max(0, start - PAGE))}>
          {words.newer}
        </a>
      )}
      {start + PAGE < all && (
        <a class="button button-secondary small" href={url(start + PAGE)}>
          {words.older}
        </a>
      )}
    </p>
  );
}
