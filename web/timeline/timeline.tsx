// The timeline of a network, as its page shows it: a picture with a legend, the same as a table, and as a list on phones.
import type { TimelineJson } from "../../api/client.ts";
import { drawn } from "../site/drawn.tsx";
import { weekdayText } from "./days.ts";
import { Picture } from "./picture.tsx";
import { isUndated, nameOf, titleOf } from "./said.ts";
import { Definitions, Sign, signOf, type SignName } from "./signs.tsx";
import { TimelineList, TimelineTable } from "./text.tsx";
import { WORDS, type Language } from "./words.ts";

/** All of it, from what the API says of the network. Nothing in it needs a script or an inline style. */
export const Timeline = drawn(({ timeline, language }: { timeline: TimelineJson; language: Language }) => {
  const words = WORDS[language];
  const { lines, today, ended } = timeline;
  if (lines.length === 0) return <p class="empty">{words.nothing}</p>;
  const undated = lines.filter((line) => isUndated(line) && line.kind !== "phase" && !isBesidePhase(line));
  return (
    <div class="tl">
      <Definitions />
      <div class="tl-wide">
        <p class="soft">
          {words.todayIs(weekdayText(today, language))} {ended && words.endedOn(weekdayText(ended, language))}{" "}
          {words.intro}
        </p>
        <Picture timeline={timeline} language={language} />
        {undated.length > 0 && (
          <p class="tl-undated">
            {`${words.undated}: `}
            {undated.map((line, index) => (
              <>
                {index > 0 && ", "}
                <a href={line.href} data-line={line.id} aria-label={nameOf(line, language)}>
                  {titleOf(line, language)}
                </a>
              </>
            ))}
          </p>
        )}
        <Legend timeline={timeline} language={language} />
        <details>
          <summary>{words.table}</summary>
          <TimelineTable timeline={timeline} language={language} />
        </details>
      </div>
      <TimelineList timeline={timeline} language={language} />
    </div>
  );
});

/** The tasks of a phase stand beside it, whether they have dates or not. */
const isBesidePhase = ({ kind, phase }: TimelineJson["lines"][number]) => kind === "tasks" && phase !== undefined;

const UNEXPLAINED: SignName[] = ["note", "tasks"];

/** The signs that are in the picture, in words. */
function Legend({ timeline, language }: { timeline: TimelineJson; language: Language }) {
  const { legend } = WORDS[language];
  const names = new Set(timeline.lines.filter((line) => !isUndated(line)).map(signOf));
  return (
    <ul class="tl-legend">
      {Object.keys(legend)
        .filter((name) => names.has(name as SignName) && !UNEXPLAINED.includes(name as SignName))
        .map((name) => (
          <li>
            <Sign name={name as SignName} />
            {legend[name]}
          </li>
        ))}
    </ul>
  );
}
