// The page of a network: where it is in one sentence, what comes and what its reader does now; then the phases with what they
// lack, the timeline, what goes out next, and who did what.
import type { ChartJson, NowJson, TimelineJson } from "../../../api/client.ts";
import { Statechart } from "../../statechart/statechart.tsx";
import { Timeline } from "../../timeline/timeline.tsx";
import type { At } from "../../site/at.ts";
import { moment } from "../../site/dates.ts";
import { partUrl } from "../../site/frame.tsx";
import type { Site } from "../../site/site.tsx";
import { idOf, networkOf, type Known } from "../network-of.ts";
import { WaitingRows } from "../waiting.tsx";
import { Ending } from "./ending.tsx";
import { Phases } from "./phases.tsx";
import { NETWORK } from "./words.ts";

export type Seen = { at: At; known: Known; now: NowJson };

/** Adds the page, and what keeps it up to date, to the site. */
export function addNetwork({ page, stream }: Site): void {
  page("/networks/:id", async (at) => {
    const { api } = at;
    const id = idOf(at);
    const [known, now, timeline, chart] = await Promise.all([
      networkOf(at),
      api.now(id),
      api.timeline(id),
      api.chart(id),
    ]);
    const body = <NetworkPage {...{ at, known, now, timeline, chart }} />;
    return { title: now.title, body, network: known.network, part: "now" };
  });
  stream("/networks/:id/events", (c) => `/api/networks/${encodeURIComponent(c.req.param("id") ?? "")}/events`);
}

type Props = Seen & { timeline: TimelineJson; chart: ChartJson };

function NetworkPage({ at, known, now, timeline, chart }: Props) {
  const words = NETWORK[at.language];
  return (
    <div data-live={`/networks/${encodeURIComponent(now.id)}/events`}>
      <h1>{now.title}</h1>
      <div data-part="lead">
        <p class="lead">{sentence({ at, known, now })}</p>
      </div>
      <p class="soft" role="status" data-live-note />
      <div class="cols">
        <div data-part="waiting">
          {now.waiting.length > 0 && (
            <section>
              <h2>{words.waits}</h2>
              <WaitingRows at={at} waiting={now.waiting} of={false} first={5} />
            </section>
          )}
        </div>
        <div data-part="coming">{!now.ended && <Coming at={at} known={known} now={now} />}</div>
      </div>
      {!now.ended && <Phases at={at} known={known} now={now} />}
      <section data-part="timeline">
        <h2>{words.timeline}</h2>
        <Timeline timeline={timeline} language={at.language} />
      </section>
      {chart.phases.length > 0 && (
        <section data-part="chart">
          <h2>{words.chart}</h2>
          <Statechart chart={chart} language={at.language} />
        </section>
      )}
      <div class="cols">
        <div data-part="last">
          <Happened at={at} known={known} now={now} />
        </div>
        <div data-part="out">
          <Out at={at} known={known} now={now} />
        </div>
      </div>
      {!now.ended && <Ending at={at} known={known} now={now} />}
      {known.leads && (
        <p class="soft">
          <a href={`/networks/${encodeURIComponent(now.id)}/inspect`}>{words.inspect}</a>
        </p>
      )}
    </div>
  );
}

/** Where the network is, in one sentence or three. */
function sentence({ at: { language }, known: { zone }, now }: Seen): string {
  const words = NETWORK[language];
  const { weeks, open, events, ended, outcome = "" } = now;
  if (ended) return words.ended(words.outcomes[outcome] ?? outcome);
  const [next] = events;
  return [
    weeks && (weeks.week > 0 ? words.week(weeks.week, weeks.of) : words.before),
    open.length > 0 ? words.open(open.map(({ title }) => title)) : words.none,
    next && words.next(next.title, moment(next.at, { zone, language })),
  ]
    .filter(Boolean)
    .join(" ");
}

function Coming({ at: { language }, known: { zone }, now: { events } }: Seen) {
  const words = NETWORK[language];
  return (
    <section>
      <h2>{words.coming}</h2>
      {events.length === 0 && <p class="empty">{words.nothingComes}</p>}
      {events.length > 0 && (
        <ul class="rows">
          {events.map(({ title, at, place, href }) => (
            <li>
              <div class="what">
                <p>
                  <a href={href}>{title}</a>
                </p>
                <p class="soft">{[moment(at, { zone, language }), place].filter(Boolean).join(" · ")}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Happened({ at: { language }, known: { zone, id }, now: { last } }: Seen) {
  const words = NETWORK[language];
  return (
    <section>
      <h2>{words.happened}</h2>
      {last.length === 0 && <p class="empty">{words.nothingHappened}</p>}
      <ul class="rows">
        {last.map(({ at, by, text }) => (
          <li>
            <div class="what">
              <p>{text}</p>
              <p class="soft">{[moment(at, { zone, language }), by].filter(Boolean).join(" · ")}</p>
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a href={partUrl(id, "audit")}>{words.history}</a>
      </p>
    </section>
  );
}

function Out({ at: { language }, known: { zone, id }, now: { messages } }: Seen) {
  const words = NETWORK[language];
  return (
    <section>
      <h2>{words.out}</h2>
      {messages.length === 0 && <p class="empty">{words.nothingOut}</p>}
      <ul class="rows">
        {messages.map(({ at, title, people }) => (
          <li>
            <div class="what">
              <p>{title}</p>
              <p class="soft">{`${moment(at, { zone, language })} · ${words.people(people)}`}</p>
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a href={partUrl(id, "messages")}>{words.all}</a>
      </p>
    </section>
  );
}
