// The last step: what there is now, to rehearse it or to start it for real.
import type { At } from "../../site/at.ts";
import { weekName } from "../../site/dates.ts";
import { Form, Picks, Submit } from "../../site/forms.tsx";
import type { PageBody } from "../../site/site.tsx";
import { dayOf } from "./dates.tsx";
import { stepPage } from "./frame.tsx";
import { dayText, stepUrl, type Draft } from "./given.ts";
import { FRESH } from "./words.ts";

/** The page. */
export function beginPage(at: At, draft: Draft): PageBody {
  const words = FRESH[at.language];
  const { id, missing, sample, rehearsal, people } = draft;
  const canRehearse = missing.every((what) => what === "people" && sample && draft.wrong.length === 0);
  const action = stepUrl(id, "begin");
  return stepPage(at, draft, {
    step: "begin",
    title: words.begin.title,
    children: (
      <>
        <Facts at={at} draft={draft} />
        {missing.length > 0 && <Missing at={at} draft={draft} />}
        <ul class="cards two">
          {canRehearse && (
            <li class="card">
              <h2>{words.begin.rehearse}</h2>
              <p>{words.begin.rehearseLead}</p>
              {rehearsal !== undefined && (
                <p>
                  {words.begin.rehearsed} <a href={`/networks/${rehearsal}/rehearsal`}>{words.begin.toRehearsal}</a>
                </p>
              )}
              <Form at={at} id="rehearse" action={action}>
                <input type="hidden" name="clock" value="stepped" />
                <Submit
                  label={rehearsal === undefined ? words.begin.rehearse : words.begin.again}
                  kind={rehearsal === undefined ? "primary" : "secondary"}
                />
              </Form>
            </li>
          )}
          {missing.length === 0 && (
            <li class="card">
              <h2>{words.begin.real}</h2>
              <p>{words.begin.realLead(people.length)}</p>
              <Form at={at} id="real" action={action}>
                <input type="hidden" name="clock" value="real" />
                {rehearsal !== undefined && (
                  <Picks
                    at={at}
                    id="real"
                    name="asRehearsed"
                    type="checkbox"
                    label={words.begin.rehearsed}
                    choices={[{ value: "1", label: words.begin.asRehearsed }]}
                  />
                )}
                <Submit label={words.begin.real} kind={rehearsal === undefined ? "secondary" : "primary"} />
              </Form>
            </li>
          )}
        </ul>
      </>
    ),
  });
}

function Facts({ at, draft }: { at: At; draft: Draft }) {
  const { language } = at;
  const words = FRESH[language].begin;
  const { id, begins, flags, people, programmeTitle = "", title = "" } = draft;
  const dated = flags.filter((flag) => dayOf(flag) !== undefined).length;
  const facts = [
    ["programme", [title, programmeTitle].filter(Boolean).join(" · ")],
    ["start", begins === undefined ? "–" : `${dayText(begins, language)} (${weekName(begins, language)})`],
    ["dates", flags.length === 0 ? words.noFlags : words.settled(dated, flags.length)],
    ["people", String(people.length)],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(([step, value]) => (
        <>
          <dt>
            <a href={stepUrl(id, step)}>{words.facts[step]}</a>
          </dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

function Missing({ at, draft }: { at: At; draft: Draft }) {
  const words = FRESH[at.language].begin;
  return (
    <div class="said warm">
      <p>{words.missing}</p>
      <ul>
        {draft.missing.map((what) => (
          <li>
            <a href={stepUrl(draft.id, what)}>{words.lacks[what]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
