// A network's machines for who leads it: which states are active, what the timers will do, what happened; back in time, and what if.
import type { InspectionJson } from "../../../api/client.ts";
import { Statechart } from "../../statechart/statechart.tsx";
import type { At } from "../../site/at.ts";
import { moment } from "../../site/dates.ts";
import type { Site } from "../../site/site.tsx";
import { idOf, networkOf, type Known } from "../network-of.ts";
import { Events, Run, Timers } from "./tables.tsx";
import { askedIf, WhatIf, type Asked } from "./what-if.tsx";
import { INSPECT, stateWords } from "./words.ts";

export type Seen = { at: At; known: Known; found: InspectionJson };

/** Adds the page to the site. */
export function addInspect({ page }: Site): void {
  page("/networks/:id/inspect", async (at) => {
    const id = idOf(at);
    const place = at.c.req.query("at")?.slice(0, 40) || undefined;
    const [known, found] = await Promise.all([networkOf(at), at.api.inspection(id, place)]);
    const asked = await askedIf(at, id, place);
    const body = <Inspect {...{ at, known, found, asked }} />;
    return { title: INSPECT[at.language].title, body, network: known.network };
  });
}

function Inspect({ at, known, found, asked }: Seen & { asked: Asked }) {
  const words = INSPECT[at.language];
  const { seq, latest } = found;
  const active = found.actors.filter(({ status }) => status === "active").length;
  const dated = found.timers.filter((timer) => timer.at !== undefined).length;
  const when = moment(found.at, { zone: known.zone, language: at.language }, known.now);
  return (
    <div class="inspect" data-live={`/networks/${encodeURIComponent(known.id)}/events`}>
      <h1>{words.title}</h1>
      <div data-part="lead">
        <p class="lead">{seq < latest ? words.stood(seq, latest, when) : words.now(active, dated)}</p>
        {found.source === "ledger" && <p class="said warm">{words.fromLedger}</p>}
      </div>
      <p class="soft" role="status" data-live-note />
      <div data-part="scrub">
        <Scrub at={at} found={found} />
      </div>
      <section data-part="machine">
        <h2>{words.chart}</h2>
        <Statechart chart={found.chart} language={at.language} />
        <p>{statesOf(found, "network", at).join(" · ")}</p>
        <Parts at={at} known={known} found={found} />
      </section>
      <section data-part="timers">
        <Timers at={at} known={known} found={found} />
      </section>
      <section data-part="events">
        <Events at={at} known={known} found={found} />
      </section>
      <WhatIf at={at} known={known} found={found} asked={asked} />
      <div data-part="run">
        <Run at={at} known={known} found={found} />
      </div>
    </div>
  );
}

const statesOf = ({ actors, chart }: InspectionJson, id: string, { language }: At): string[] => {
  const phases = chart.phases.map((phase) => ({ id: phase.id, title: phase.title[language] }));
  const states = actors.find((one) => one.id === id)?.states ?? [];
  return states.map((state) => stateWords(state, phases, language));
};

/** Links that work without a script, and a slider of all entries. */
function Scrub({ at, found: { seq, latest } }: Pick<Seen, "at" | "found">) {
  const words = INSPECT[at.language];
  const link = (to: number, label: string) => (
    <a class="button button-secondary small" href={`?at=${to}`}>
      {label}
    </a>
  );
  return (
    <nav aria-label={words.scrub}>
      <p class="inline">
        {seq > 1 && link(1, words.first)}
        {seq > 1 && link(seq - 1, words.back)}
        {seq < latest && link(seq + 1, words.on)}
        {seq < latest && (
          <a class="button button-secondary small" href="?">
            {words.present}
          </a>
        )}
      </p>
      {latest > 1 && (
        <form method="get" class="scrub">
          <div class="form-group">
            <label class="form-label" for="inspect-at">
              {`${words.entry} (1–${latest})`}
            </label>
            <input type="range" id="inspect-at" name="at" min="1" max={String(latest)} value={String(seq)} />
          </div>
          <button type="submit" class="button button-secondary">
            {words.show}
          </button>
        </form>
      )}
    </nav>
  );
}

function Parts({ at, found }: Seen) {
  const words = INSPECT[at.language];
  const children = found.actors.filter(({ id }) => id !== "network");
  return (
    <>
      <h3>{words.others}</h3>
      <div class="parts">
        {children.map((one) => (
          <details>
            <summary>{`${one.title}: ${statesOf(found, one.id, at).join(" · ") || one.status}`}</summary>
            <Chart at={at} found={found} actor={one} />
          </details>
        ))}
      </div>
    </>
  );
}

type Actor = InspectionJson["actors"][number];

/** Its states with those it is in, and the ways on from there. */
function Chart({ at, found: { charts }, actor }: Pick<Seen, "at" | "found"> & { actor: Actor }) {
  const words = INSPECT[at.language];
  const { id, src, states } = actor;
  const chart = charts[src];
  const named = (state: string) => stateWords(state, [], at.language);
  const isIn = (state: string) => states.some((one) => one === state || one.startsWith(`${state}.`));
  const ways = chart?.ways.filter(({ from }) => isIn(from)) ?? [];
  return (
    <>
      <p class="soft">
        <code>{`${id} · ${src}`}</code>
      </p>
      {chart && (
        <ul class="states">
          {chart.states.map((state) => (
            <li class={isIn(state.id) ? "lit" : ""} {...(isIn(state.id) && { "aria-current": "true" as const })}>
              {isIn(state.id) ? `▶ ${named(state.id)} (${words.lit})` : named(state.id)}
            </li>
          ))}
        </ul>
      )}
      {ways.length > 0 && (
        <>
          <p>{words.ways}</p>
          <ul>
            {ways.map(({ to, on }) => (
              <li>{words.way(named(to), on)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
