// Parts of homework's pages: when it is due, and the form that delivers it.
import type { HomeworkJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { inDays, longDay, moment, weekName, type Told } from "../../site/dates.ts";
import { doUrl } from "../../site/do.ts";
import { Form, Lines, Press, Submit } from "../../site/forms.tsx";
import { daysText } from "../../timeline/days.ts";
import { Box } from "../meetings/box.tsx";
import type { Known } from "../network-of.ts";
import { HOMEWORK } from "./words.ts";

type Dated = Pick<HomeworkJson, "due" | "window">;

/** «Frist onsdag den 31. marts 2027 · uge 13 · om 3 dage», or as far as it is known. */
export function dueWords({ due, window }: Dated, told: Told, now: string): string {
  const words = HOMEWORK[told.language];
  if (due !== undefined)
    return `${words.due(longDay(due, told))} · ${weekName(due, told.language)} · ${inDays(due, now, told)}`;
  return window.to === undefined
    ? words.noDue
    : words.due(daysText({ to: window.to, from: window.to }, told.language)!);
}

/** Whether the time has passed in which it could be delivered without being late. */
export const isPast = ({ due }: Pick<HomeworkJson, "due">, known: Known): boolean =>
  due !== undefined && Date.parse(due) < Date.parse(known.now);

type Props = { at: At; known: Known; homework: HomeworkJson };

/** The form that delivers it: a text, or an answer to each question; for oneself, or for one's whole organisation. */
export function Deliver({ at, known, homework }: Props) {
  const words = HOMEWORK[at.language].deliver;
  const { id, questions, organisation, deliveries } = homework;
  const form = `deliver-${id}`;
  const own = deliveries.find(({ mine }) => mine);
  const field = { at, id: form };
  return (
    <Form
      at={at}
      id={form}
      action={`/networks/${encodeURIComponent(known.id)}/homework/${encodeURIComponent(id)}/deliver`}
    >
      {isPast(homework, known) && <p class="soft">{words.lateHint}</p>}
      {questions.length === 0 ? (
        <Lines {...field} name="text" label={words.text} value={own?.text ?? ""} rows={6} required />
      ) : (
        questions.map((question, i) => (
          <Lines {...field} name={`answers.${i}`} label={question} value={own?.answers?.[i] ?? ""} rows={3} />
        ))
      )}
      {organisation !== undefined && (
        <Box
          at={at}
          id={form}
          name="organisation"
          value={organisation}
          label={words.whole(organisation)}
          hint={words.wholeHint}
          checked={own?.organisation === organisation}
        />
      )}
      <Submit label={own ? words.again : words.save} />
    </Form>
  );
}

type Coming = HomeworkJson["coming"];

/** One press that reminds those who have not delivered; nothing where no reminder to them is still to go. */
export function Nudge({
  at,
  known,
  about,
}: {
  at: At;
  known: Known;
  about: { id: string; title: string; coming: Coming; missing: number; due?: string | undefined };
}) {
  const words = HOMEWORK[at.language];
  const [due, now] = [Date.parse(about.due ?? "9999-12-31"), Date.parse(known.now)];
  // What says that something is overdue is not said before it is.
  const next = about.coming.find((one) => one.to.includes("undelivered") && (Date.parse(one.at) <= due || now > due));
  if (!next || about.missing === 0 || !known.mayDo("sendMessage") || known.ended) return null;
  const when = moment(next.at, { zone: known.zone, language: at.language }, known.now);
  return (
    <div class="mt-nudge">
      <Press
        at={at}
        id={`nudge-${about.id}`}
        action={doUrl(known.id, "sendMessage")}
        fields={{ "d.item": about.id, "d.rule": next.rule, "d.reason": words.nudgeReason, said: words.nudged }}
        label={words.nudge}
        about={about.title}
      />
      <p class="soft">{words.nudgeHint(when, about.missing)}</p>
    </div>
  );
}
