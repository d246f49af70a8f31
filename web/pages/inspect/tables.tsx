// The timers of a network in order of time, its last entries, and the run of its workflow.
import type { Child } from "hono/jsx";
import { moment } from "../../site/dates.ts";
import type { Seen } from "./inspect.tsx";
import { INSPECT } from "./words.ts";

/** A table that scrolls in its own frame. */
export function Frame({ title, columns, children }: { title: string; columns: readonly string[]; children: Child }) {
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={title}>
      <table class="table">
        <thead>
          <tr>
            {columns.map((one) => (
              <th scope="col">{one}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

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
        <Frame title={words.timers} columns={words.timerColumns}>
          {dated.map(({ at, title, does }) => (
            <tr>
              <td>{moment(at!, { zone: known.zone, language }, known.now)}</td>
              <th scope="row">{title}</th>
              <td>
                {does.length === 0 && <span class="soft">{words.nothing}</span>}
                <ul>
                  {does.map((one) => (
                    <li>{one}</li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </Frame>
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
        <Frame title={words.events} columns={words.eventColumns}>
          {found.events.map(({ seq, at, text, by, trigger }) => (
            <tr>
              <td>
                <a href={`?at=${seq}`}>{seq}</a>
              </td>
              <td>{moment(at, { zone: known.zone, language }, known.now)}</td>
              <th scope="row">{text}</th>
              <td>{trigger === undefined ? by === undefined && words.alone : <code>{trigger}</code>}</td>
            </tr>
          ))}
        </Frame>
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
