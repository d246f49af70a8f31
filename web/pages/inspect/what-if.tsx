// What would happen if: a form that asks, and the effects beside how it stands. It asks by GET, as nothing is done.
import { ApiError, type ProblemJson, type WhatIfJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { moment } from "../../site/dates.ts";
import { Stacked } from "../../site/stacked.tsx";
import type { Seen } from "./inspect.tsx";
import { INSPECT, stateWords } from "./words.ts";

/** Longest text of a field. */
const MOST = 20_000;

/** What was typed, and what came of it. */
export type Asked = {
  type: string;
  data: string;
  until: string;
  effects?: WhatIfJson;
  problem?: Pick<ProblemJson, "detail"> & { lines: string[] };
};

/** Asks what the address asks; nothing is asked where it does not. */
export async function askedIf({ c, api, language }: At, id: string, place: string | undefined): Promise<Asked> {
  const typed = (name: string) => (c.req.query(name) ?? "").slice(0, MOST).trim();
  const asked = { type: typed("type"), data: typed("data"), until: typed("until") };
  if (asked.type === "" && asked.until === "") return asked;
  const data = asked.data === "" ? {} : objectIn(asked.data);
  if (!data) return { ...asked, problem: { detail: INSPECT[language].badData, lines: [] } };
  try {
    const effects = await api.whatIf(id, {
      ...(asked.type !== "" && { type: asked.type, data }),
      ...(asked.until !== "" && { until: asked.until }),
      ...(place !== undefined && { at: place }),
    });
    return { ...asked, effects };
  } catch (error) {
    if (!(error instanceof ApiError) || ![409, 422].includes(error.problem.status)) throw error;
    const { detail, errors = [], unmet = [] } = error.problem;
    const lines = [...errors.map(({ path, message }) => `${path}: ${message}`), ...unmet.map(({ title }) => title)];
    return { ...asked, problem: { detail, lines } };
  }
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The form, and below it what would happen. */
export function WhatIf({ at, known, found, asked }: Seen & { asked: Asked }) {
  const words = INSPECT[at.language];
  const { seq, latest } = found;
  return (
    <section id="what-if">
      <h2>{words.whatIf}</h2>
      <p class="soft">{words.lead}</p>
      <form method="get" action="#what-if">
        {seq < latest && <input type="hidden" name="at" value={String(seq)} />}
        <div class="grid2">
          <div class="form-group">
            <label class="form-label" for="if-type">
              {words.type}
            </label>
            <select class="form-select" id="if-type" name="type">
              <option value="">{words.nobody}</option>
              {known.may.map((type) => (
                <option value={type} selected={type === asked.type}>
                  {type}
                </option>
              ))}
            </select>
          </div>
          <div class="form-group">
            <label class="form-label" for="if-until">
              {words.until}
            </label>
            <span class="form-hint" id="if-until-hint">
              {words.untilHint}
            </span>
            <input
              class="form-input"
              id="if-until"
              name="until"
              value={asked.until}
              maxlength={40}
              aria-describedby="if-until-hint"
              autocomplete="off"
            />
          </div>
        </div>
        <div class="form-group">
          <label class="form-label" for="if-data">
            {words.data}
          </label>
          <span class="form-hint" id="if-data-hint">
            {words.dataHint}
          </span>
          <textarea class="form-input" id="if-data" name="data" rows={3} aria-describedby="if-data-hint">
            {asked.data}
          </textarea>
        </div>
        <button type="submit" class="button button-primary">
          {words.ask}
        </button>
      </form>
      {asked.problem && (
        <div class="said wrong" role="alert">
          <h3>{words.refused}</h3>
          <p>{asked.problem.detail}</p>
          <List lines={asked.problem.lines} />
        </div>
      )}
      {asked.effects && <Effects {...{ at, known, found }} effects={asked.effects} />}
    </section>
  );
}

const List = ({ lines }: { lines: string[] }) =>
  lines.length === 0 ? null : (
    <ul>
      {lines.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  );

function Effects({ at: { language }, known, found, effects }: Seen & { effects: WhatIfJson }) {
  const words = INSPECT[language];
  const when = (one: string) => moment(one, { zone: known.zone, language }, known.now);
  const phases = found.chart.phases.map(({ id, title }) => ({ id, title: title[language] }));
  const named = (states: string[]) => states.map((state) => stateWords(state, phases, language));
  const timer = ({ at, title }: { at?: string | undefined; title: string }) => `${at ? when(at) : ""} · ${title}`;
  const message = ({ at, title }: { at: string; title: string }) => `${when(at)} · ${title}`;
  const lists: [string, string[]][] = [
    [words.said, effects.says],
    [words.told, effects.told.map(({ title, to }) => `${title} → ${to.length}`)],
    [words.coming, effects.coming.map(message)],
    [words.off, effects.gone.map(message)],
    [words.armed, effects.armed.map(timer)],
    [words.cancelled, effects.cancelled.map(timer)],
  ];
  return (
    <div class="said warm" role="status">
      <h3>{`${words.effects} (${when(effects.at)})`}</h3>
      <p>{words.notDone}</p>
      {effects.actors.length === 0 && <p>{words.same}</p>}
      {effects.actors.length > 0 && (
        <Stacked
          name={{ label: words.effects }}
          columns={words.standColumns}
          main={0}
          rows={effects.actors.map(({ title, before, after }) => ({
            cells: [
              title,
              before ? unlike(named(before.states), named(after?.states ?? [])).join(" · ") : words.fresh,
              after ? unlike(named(after.states), named(before?.states ?? [])).join(" · ") : words.gone,
            ],
          }))}
        />
      )}
      {lists.map(([title, lines]) =>
        lines.length === 0 ? null : (
          <>
            <h4>{title}</h4>
            <List lines={lines} />
          </>
        ),
      )}
    </div>
  );
}

/** Those of a machine's states that are others than before: a network has one for each phase. */
const unlike = (states: string[], others: string[]): string[] => {
  const own = states.filter((one) => !others.includes(one));
  return own.length > 0 ? own : states;
};
