// What stands around each step of a new network: which steps there are, and the way back and on.
import type { Child } from "hono/jsx";
import type { At } from "../../site/at.ts";
import type { PageBody } from "../../site/site.tsx";
import { isFilled, STEPS, stepUrl, type Draft, type Step } from "./given.ts";
import { FRESH } from "./words.ts";

/** A step's page. */
export function stepPage(
  at: At,
  draft: Draft,
  { step, title, children }: { step: Step; title: string; children: Child },
): PageBody {
  const words = FRESH[at.language];
  const body = (
    <>
      <Steps at={at} draft={draft} current={step} />
      <h1>{title}</h1>
      {children}
    </>
  );
  return { title: `${title} · ${words.title}`, body, part: "fresh" };
}

function Steps({ at, draft, current }: { at: At; draft: Draft; current: Step }) {
  const words = FRESH[at.language];
  return (
    <nav aria-label={words.stepsNav}>
      <ol class="wizard">
        {STEPS.map((step, index) => {
          const filled = isFilled(draft, step);
          return (
            <li>
              <a
                href={stepUrl(draft.id, step)}
                class={filled ? "filled" : ""}
                {...(step === current && { "aria-current": "step" as const })}
              >
                <span class="number" aria-hidden="true">
                  {filled ? "✓" : index + 1}
                </span>
                <span class="name">{words.steps[step]}</span>
                {filled && <span class="sr-only">{` (${words.done})`}</span>}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** The buttons below a step's form: on, and back without losing what was typed. */
export function Ways({ at, more }: { at: At; more?: Child }) {
  const words = FRESH[at.language];
  return (
    <div class="ways">
      <button type="submit" class="button button-primary" name="go" value="next">
        {words.next}
      </button>
      {more}
      <button type="submit" class="button button-secondary" name="go" value="back">
        {words.back}
      </button>
    </div>
  );
}

/** The step that a form's button leads to: the one after, the one before, or the same. */
export function wayFrom(step: Step, go: string): Step {
  const index = STEPS.indexOf(step);
  const way = go === "back" ? -1 : go === "stay" ? 0 : 1;
  return STEPS[Math.min(Math.max(index + way, 0), STEPS.length - 1)]!;
}
