// Whether the reader comes to a meeting: their answer, and the buttons that give it.
import type { MeetingJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { doUrl } from "../../site/do.ts";
import { Form, Input, Picks } from "../../site/forms.tsx";
import type { Known } from "../network-of.ts";
import { MEETINGS } from "./words.ts";
import { endOf, whenWords } from "./when.tsx";

type Answerable = Pick<MeetingJson, "id" | "title" | "state" | "dates" | "window" | "sessions" | "mine">;
type Props = { at: At; known: Known; meeting: Answerable };

const ANSWERS = ["accepted", "tentative", "declined"] as const;

/** Whether the reader can answer now: it is for them, has a date, and is not over. */
export const canAnswer = (known: Known, { state, mine, dates, sessions }: Answerable): boolean => {
  const end = endOf({ dates, ...(sessions && { sessions }) });
  const isOver = end !== undefined && end < Date.parse(known.now);
  return mine !== undefined && state === "pinned" && !isOver && known.mayDo("answer") && !known.ended;
};

/** The answer with its buttons; or only what it was, where it can be given no more. */
export function Answer({ at, known, meeting }: Props) {
  const words = MEETINGS[at.language].answer;
  const { mine } = meeting;
  if (!mine) return null;
  if (mine.came !== undefined) return <p>{mine.came ? words.came : words.missed}</p>;
  const session = meeting.sessions?.[mine.session ?? ""]?.title;
  const said = mine.answer && `${words.said[mine.answer]}${session === undefined ? "" : ` (${session})`}`;
  return (
    <div class="answer">
      <p>{said === undefined ? canAnswer(known, meeting) && words.none : `${words.mine}: ${said}.`}</p>
      {canAnswer(known, meeting) && <AnswerForm at={at} known={known} meeting={meeting} />}
    </div>
  );
}

function AnswerForm({ at, known, meeting }: Props) {
  const words = MEETINGS[at.language].answer;
  const { id, title, sessions = {}, window, mine } = meeting;
  const told = { zone: known.zone, language: at.language };
  const choices = (mine?.sessions ?? []).map((value) => ({
    value,
    label: sessions[value]?.title ?? value,
    ...(sessions[value] && { hint: whenWords(sessions[value], window, told) }),
  }));
  return (
    <Form at={at} id="answer" action={doUrl(known.id, "answer")}>
      <input type="hidden" name="d.item" value={id} />
      <input type="hidden" name="said" value={words.saved} />
      {choices.length === 1 && (
        <>
          <input type="hidden" name="d.session" value={choices[0]!.value} />
          <p>{words.only(choices[0]!.label)}</p>
        </>
      )}
      {choices.length > 1 && (
        <Picks
          at={at}
          id="answer"
          name="d.session"
          label={words.session}
          choices={choices}
          values={mine?.session === undefined ? [] : [mine.session]}
        />
      )}
      <div class="mt-choices">
        {ANSWERS.map((one, i) => (
          <button
            type="submit"
            name="d.answer"
            value={one}
            class={`button button-${(mine?.answer ?? (i === 0 ? one : "")) === one ? "primary" : "secondary"}`}
          >
            {mine?.answer === one ? `✓ ${words.said[one]}` : words.said[one]}
            <span class="sr-only">{`: ${title}`}</span>
          </button>
        ))}
      </div>
      <details
        open={at.form?.id === "answer" && at.form.sent.some(([name, value]) => name === "d.note" && value !== "")}
      >
        <summary>{words.note}</summary>
        <Input at={at} id="answer" name="d.note" label={words.note} value={mine?.note ?? ""} />
      </details>
      <p class="soft">{words.change}</p>
    </Form>
  );
}
