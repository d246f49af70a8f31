// The method of a network and how far it has come: a picture on wide pages, a list on narrow ones, and the list beside the picture too.
import type { ChartJson } from "../../api/client.ts";
import { drawn } from "../site/drawn.tsx";
import { Picture } from "./picture.tsx";
import { countText, standingText, stateText, waitsOf, WORDS, type Language, type Phase } from "./words.ts";

/** All of it, from what the API says of the network; nothing for a programme without phases. */
export const Statechart = drawn(({ chart, language }: { chart: ChartJson; language: Language }) => {
  const words = WORDS[language];
  if (chart.phases.length === 0) return null;
  return (
    <div class="sc-whole">
      <div class="sc-wide">
        <div class="scroll" role="group" aria-label={words.title} tabindex={0}>
          <Picture chart={chart} language={language} />
        </div>
        <details>
          <summary>{words.text}</summary>
          <PhaseList chart={chart} language={language} />
        </details>
      </div>
      <div class="sc-narrow">
        <details>
          <summary>{words.text}</summary>
          <PhaseList chart={chart} language={language} />
        </details>
      </div>
    </div>
  );
});

/** The phases in order, each with its state, what it waits for and where one can go back from it. */
export function PhaseList({ chart, language }: { chart: ChartJson; language: Language }) {
  return (
    <>
      <p>{standingText(chart, language)}</p>
      <ol class="sc-list">
        {chart.phases.map((phase) => (
          <li class={`sc-${phase.state}`} data-phase={phase.id}>
            <p>
              <b>{phase.title[language]}</b>{" "}
              <span class={phase.state === "active" ? "pill strong" : "pill"}>{stateText(phase, language)}</span>
            </p>
            {waitsOf(phase, language).map((waits) => (
              <Waits {...waits} language={language} />
            ))}
            <Back phase={phase} chart={chart} language={language} />
          </li>
        ))}
      </ol>
    </>
  );
}

type Given = ReturnType<typeof waitsOf>[number] & { language: Language };

function Waits({ heading, criteria, judged, language }: Given) {
  return (
    <>
      <p class="soft">{heading}</p>
      <ul>
        {criteria.map((criterion) => {
          const count = countText(criterion, language);
          const said =
            count === "" || (criterion.met && count !== "")
              ? [WORDS[language].met, count].filter(Boolean).join(", ")
              : count;
          return (
            <li class={judged ? (criterion.met ? "met" : "unmet") : "later"}>
              {criterion.title[language]}
              {judged && <span class="soft">{` (${said})`}</span>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Back({ phase, chart, language }: { phase: Phase; chart: ChartJson; language: Language }) {
  const own = chart.loops.filter(({ from }) => from === phase.id);
  if (own.length === 0) return null;
  const words = WORDS[language];
  const titleOf = (id: string) => chart.phases.find((one) => one.id === id)?.title[language] ?? id;
  return (
    <>
      <p class="soft">{words.loops}</p>
      <ul>
        {own.map(({ to, title }) => (
          <li class="back">{words.back(titleOf(to), title[language])}</li>
        ))}
      </ul>
    </>
  );
}
