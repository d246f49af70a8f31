// The second step: what the network is called, and when it begins.
import type { At } from "../../site/at.ts";
import { weekName } from "../../site/dates.ts";
import { Form, Input, Picks } from "../../site/forms.tsx";
import { NotTaken, type Fields, type PageBody } from "../../site/site.tsx";
import { stepPage, Ways } from "./frame.tsx";
import { dayText, stepUrl, windowText, type Draft } from "./given.ts";
import { FRESH } from "./words.ts";

const FORM = "start";

/** The page. */
export function startPage(at: At, draft: Draft): PageBody {
  const { language } = at;
  const words = FRESH[language].start;
  const { id, programmeTitle = "", title = "", start = "", begins, dated, keepWeekdays, phases } = draft;
  return stepPage(at, draft, {
    step: "start",
    title: words.title,
    children: (
      <>
        <p>
          {`${words.chosen(programmeTitle)} · `}
          <a href={stepUrl(id, "programme")}>{words.other}</a>
        </p>
        <Form at={at} id={FORM} action={stepUrl(id, "start")}>
          <Input
            at={at}
            id={FORM}
            name="start"
            type="date"
            label={words.day}
            hint={dated ? words.dayHintDated : words.dayHint}
            value={start}
            required
          />
          {dated && (
            <>
              <input type="hidden" name="dated" value="1" />
              <Picks
                at={at}
                id={FORM}
                name="keepWeekdays"
                type="checkbox"
                label={words.keep}
                choices={[{ value: "1", label: words.keep, hint: words.keepHint }]}
                values={keepWeekdays ? ["1"] : []}
              />
            </>
          )}
          <Input
            at={at}
            id={FORM}
            name="title"
            label={words.name}
            hint={words.nameHint(programmeTitle)}
            value={title}
          />
          <Ways at={at} />
        </Form>
        {begins !== undefined && (
          <>
            <p class="said">{words.begins(dayText(begins, language), weekName(begins, language))}</p>
            {phases.some(({ from }) => from) && (
              <details>
                <summary>{words.phases}</summary>
                <dl class="facts">
                  {phases.map((phase) => (
                    <>
                      <dt>{phase.title}</dt>
                      <dd>{windowText(phase, language)}</dd>
                    </>
                  ))}
                </dl>
              </details>
            )}
          </>
        )}
      </>
    ),
  });
}

/** What the form says of the network. Throws NotTaken where one goes on without a day. */
export function startIn(sent: Fields, at: At) {
  const start = sent.text("start");
  const words = FRESH[at.language].start;
  if (start === "" && sent.text("go") !== "back") throw new NotTaken(words.noDay, { start: words.noDay });
  return {
    ...(start !== "" && { start }),
    title: sent.text("title"),
    ...(sent.text("dated") !== "" && { keepWeekdays: sent.text("keepWeekdays") !== "" }),
  };
}
