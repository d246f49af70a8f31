// The timers of a network in order of time, its last entries, and the run of its workflow.
import { moment } from "../../site/dates.ts";
import { Stacked } from "../../site/stacked.tsx";
import type { Seen } from "./inspect.tsx";
import { INSPECT } from "./words.ts";

/** When each goes off, of what, and what it would then write. */
export function Timers({ at: { language }, known, found }: Seen) {
  const words = INSPECT[language];
  const dated = found.timers.filter((timer) => timer.at !== undefined);
  const undated = found.timers.length - dated.length;
  return (
    <>
      <h2>{words.timers}</h2>
      {dated.length === 0 && <p class="empty">{words.noTimers}</p>}
      {dated.length > 0 && (
        <Stacked
          name={{ label: words.timers }}
          columns={words.timerColumns}
          main={1}
          rows={dated.map(({ at, title, does }) => ({
            cells: [
              moment(at!, { zone: known.zone, language }, known.now),
              title,
              does.length === 0 ? (
                <span class="soft">{words.nothing}</span>
              ) : (
                <ul>
                  {does.map((one) => (
                    <li>{one}</li>
                  ))}
                </ul>
              ),
            ],
          }))}
        />
      )}
      {undated > 0 && <p class="soft">{words.undated(undated)}</p>}
    </>
  );
}

/** The last entries, the newest first, with the action that led to each. */
export function Events({ at: { language }, known, found }: Seen) {
  const words = INSPECT[language];
  return (
    <>
      <h2>{words.events}</h2>
      {found.events.length === 0 && <p class="empty">{words.noEvents}</p>}
      {found.events.length > 0 && (
        <Stacked
          name={{ label: words.events }}
          columns={words.eventColumns}
          main={2}
          rows={found.events.map(({ seq, at, text, by, trigger }) => ({
            cells: [
              <a href={`?at=${seq}`}>{seq}</a>,
              moment(at, { zone: known.zone, language }, known.now),
              text,
              trigger === undefined ? by === undefined ? words.alone : "" : <code>{trigger}</code>,
            ],
          }))}
        />
      )}
    </>
  );
}

/** What only who runs the house asks for. */
export function Run({ at: { language }, known, found: { machine, run } }: Seen) {
  const words = INSPECT[language];
  if (!run) return null;
  const { facts } = words;
  const size = run.bytes === undefined ? "" : ` (${Math.round(run.bytes / 1000)} kB)`;
  const rows: [string, string][] = [
    [facts.machine, machine ?? ""],
    [facts.run, `${run.number} · ${run.id}`],
    [facts.began, moment(run.began, { zone: known.zone, language })],
    [facts.events, `${run.events}${size}`],
    [
      facts.pending,
      run.pending.map(({ activity, attempt }) => words.attempts(activity, attempt)).join(", ") || words.none,
    ],
  ];
  return (
    <details>
      <summary>{words.run}</summary>
      <dl class="facts">
        {rows.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </>
        ))}
      </dl>
    </details>
  );
}
