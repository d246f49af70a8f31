// The timeline in text: a table in order of time beside the picture, and on phones a list with the picture's signs.
import type { TimelineJson } from "../../api/client.ts";
import { weekdayText } from "./days.ts";
import { doneText, isUndated, standing, stateText, titleOf, whenOf } from "./said.ts";
import { Sign, signOf } from "./signs.tsx";
import { WORDS, type Language, type Line } from "./words.ts";

type Given = { timeline: TimelineJson; language: Language };

/** Everything that stands on the timeline as a table in order of time. */
export function TimelineTable({ timeline, language }: Given) {
  const words = WORDS[language];
  const { columns } = words;
  return (
    <div class="scroll" role="group" aria-label={words.table}>
      <table class="table tl-table">
        <thead>
          <tr>
            {[columns.plan, columns.what, columns.done, columns.state].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {timeline.lines.map((line) => (
            <tr data-line={line.id}>
              <td>{whenOf(line, language)}</td>
              <th scope="row">
                {line.kind !== "tasks" && <span class="tl-kind">{kindOf(line, language)} </span>}
                <a href={line.href}>{titleOf(line, language)}</a>
                <Parts line={line} language={language} />
              </th>
              <td>{doneText(line, language)}</td>
              <td>{stateText(line, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const kindOf = ({ kind, number }: Line, language: Language): string =>
  number === undefined ? WORDS[language].kinds[kind] : WORDS[language].number(number);

function Parts({ line: { parts }, language }: { line: Line; language: Language }) {
  if (!parts) return null;
  return (
    <ul class="tl-parts">
      {parts.map(({ title, state, href }) => (
        <li class={state === "done" ? "met" : "unmet"}>
          <a href={href}>{title[language]}</a>
        </li>
      ))}
    </ul>
  );
}

/** Of what comes, how much is in sight on phones. */
const NEXT = 5;

/** The list for phones: what is over is folded away, then today, then what comes next, and the rest folded; what has no date is last. */
export function TimelineList({ timeline, language }: Given) {
  const words = WORDS[language];
  const { lines, today, ended } = timeline;
  const earlier = lines.filter((line) => isOver(line, today));
  const later = lines.filter((line) => !isUndated(line) && !earlier.includes(line));
  const undated = lines.filter(isUndated);
  return (
    <div class="tl-list">
      {earlier.length > 0 && (
        <details>
          <summary>{words.earlier(earlier.length)}</summary>
          <Lines lines={earlier} language={language} />
        </details>
      )}
      <p class="tl-now">
        {ended === undefined
          ? `${words.today}: ${weekdayText(today, language)}`
          : words.endedOn(weekdayText(ended, language))}
      </p>
      <Lines lines={later.slice(0, NEXT)} language={language} />
      {later.length > NEXT && (
        <details>
          <summary>{words.later(later.length - NEXT)}</summary>
          <Lines lines={later.slice(NEXT)} language={language} />
        </details>
      )}
      {undated.length > 0 && (
        <>
          <p class="tl-now">{words.undated}</p>
          <Lines lines={undated} language={language} />
        </>
      )}
    </div>
  );
}

/** What has an end that has passed, and lasts no longer. */
function isOver({ kind, state, from, to, done = [] }: Line, today: string): boolean {
  if (kind === "phase") return state === "closed";
  const end = kind === "decision" && done.length > 0 ? done.at(-1)!.to : (to ?? from);
  return end !== undefined && end < today;
}

function Lines({ lines, language }: { lines: Line[]; language: Language }) {
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map((line) => (
        <li data-line={line.id}>
          <a href={line.href}>
            <Sign name={signOf(line)} number={line.number} />
            <span>
              <b>{titleOf(line, language)}</b>
              <small>
                {[
                  SAID.includes(line.kind) && WORDS[language].kinds[line.kind],
                  whenOf(line, language),
                  standing(line, language),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Kinds that neither the title nor the sign says. */
const SAID: Line["kind"][] = ["phase", "decision", "monitoring", "homework"];
