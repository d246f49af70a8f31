// What has happened to an idea, in order.
import { shortDay } from "../../site/dates.ts";
import { doUrl } from "../../site/do.ts";
import { Form, Input, Submit } from "../../site/forms.tsx";
import { MONITORING_WORDS } from "../monitoring/words.ts";
import { Folded } from "./idea-parts.tsx";
import type { Shown } from "./idea.tsx";
import { ONE_IDEA } from "./words-idea.ts";

type Idea = Shown["idea"];
type Step = { at: string; what: string; text?: string | undefined; name?: string | undefined };

/** All that happened from the short list on; nothing where nothing has. */
export function Story({ at, known, idea }: Shown) {
  const words = ONE_IDEA[at.language];
  const told = { zone: known.zone, language: at.language };
  const steps = stepsOf({ at, known, idea });
  if (steps.length === 0) return null;
  const days = new Intl.NumberFormat(at.language === "da" ? "da-DK" : "en-GB").format(idea.days);
  return (
    <section aria-labelledby="story">
      <h2 id="story">{words.story}</h2>
      <ol class="steps" data-part="story">
        {steps.map((one) => (
          <li>
            <p>
              <strong>{one.what}</strong>
              <span class="soft">{` ${words.by(one.name ?? "", shortDay(one.at, told, known.now))}`}</span>
            </p>
            {one.text !== undefined && one.text !== "" && <p class="lines">{one.text}</p>}
          </li>
        ))}
      </ol>
      {idea.days > 0 && <p class="soft">{words.days(days)}</p>}
      {known.mayDo("recordEffort") && <Hours at={at} known={known} idea={idea} />}
    </section>
  );
}

/** Work on it, which its decision shows as what it cost. */
function Hours({ at, known, idea }: Shown) {
  const words = MONITORING_WORDS[at.language];
  const id = "effort";
  return (
    <Folded at={at} trigger={id} title={words.work}>
      <Form at={at} id={id} action={doUrl(known.id, "recordEffort")}>
        <input type="hidden" name="d.idea" value={idea.id} />
        <input type="hidden" name="said" value={words.workSaved} />
        <p class="soft">{words.hoursHint}</p>
        <div class="grid2">
          <Input at={at} id={id} name="d.hours:n" label={words.hours} inputmode="decimal" />
          <Input at={at} id={id} name="d.days:n" label={words.days} inputmode="decimal" />
        </div>
        <Input at={at} id={id} name="d.text" label={words.did} />
        <Submit label={words.workSave} kind="secondary" />
      </Form>
    </Folded>
  );
}

function stepsOf({ at, idea }: Shown): Step[] {
  const words = ONE_IDEA[at.language];
  const { rationale, backed, tests, decided, checkIns, revived } = idea;
  const seen = (one: Idea["checkIns"][number]) => ({ ...one, what: words.checkInKinds[one.what] ?? one.what });
  const answer = (one: Idea["decided"][number]) => {
    const { next, to = "", due = "", reason } = one;
    const follows = next !== undefined && words.follow(words.nexts[next] ?? next, to, due);
    const text = [follows, reason].filter(Boolean).join(". ");
    return { at: one.at, name: one.name, what: words.choices[one.choice] ?? one.choice, text };
  };
  const steps: Step[] = [
    ...(rationale ? [{ ...rationale, what: words.chosen }] : []),
    ...(backed ? [{ at: backed.at, name: backed.name, what: words.backing, text: backed.reason }] : []),
    ...tests.flatMap(({ round, startedAt, ended }): Step[] => [
      { at: startedAt, what: words.started(round) },
      ...checkIns.filter((one) => roundOf(one.at, tests) === round).map(seen),
      ...(ended ? [endOf(ended, words)] : []),
      ...decided.filter((one) => one.round === round).map(answer),
    ]),
    ...revived.map((one) => ({ ...one, what: words.revived })),
  ];
  return steps.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The last round that had begun by then. */
const roundOf = (at: string, tests: Idea["tests"]): number =>
  tests.findLast(({ startedAt }) => Date.parse(startedAt) <= Date.parse(at))?.round ?? 0;

function endOf(ended: NonNullable<Idea["tests"][number]["ended"]>, words: (typeof ONE_IDEA)["da"]): Step {
  const { at, name, result, abandoned } = ended;
  return { at, name, what: abandoned === undefined ? words.resulted : words.abandoned, text: result ?? abandoned };
}
