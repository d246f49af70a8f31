// The forms of a decision: an answer, with what each leads to, and the proposal that is answered.
import { choiceWords } from "../../words.ts";
import { doUrl } from "../../site/do.ts";
import { Form, Input, Lines, marked, Picks, Select, Submit, typed } from "../../site/forms.tsx";
import type { Deciding } from "./decision.tsx";
import { decisionUrl } from "./urls.ts";
import { DECISION_WORDS } from "./words-decision.ts";

const FORM = "answer";

/** The answers, what they demand, and for whom one is given. What belongs to one answer only is seen when it is chosen. */
export function Answer(shown: Deciding) {
  const { at, known, decision, id } = shown;
  const words = DECISION_WORDS[at.language];
  const { choices, kind, answered } = decision;
  const labelOf = (choice: string) => choiceWords(at.language, kind, choice).label;
  const needy = choices
    .filter(({ needs }) => needs.includes("reason"))
    .map(({ choice }) => words.quoted(labelOf(choice)));
  const given = answered?.choice;
  const field = { at, id: FORM };
  return (
    <section aria-labelledby="answer-title" class="decide">
      <h2 id="answer-title">{words.yours}</h2>
      {given !== undefined && <p class="said">{words.answered(labelOf(given))}</p>}
      <Form at={at} id={FORM} action={decisionUrl(known.id, id)}>
        <input type="hidden" name="said" value={words.sent} />
        <Whose {...shown} />
        <Picks
          {...field}
          name="choice"
          label={words.choose}
          choices={choices.map(({ choice }) => {
            const { label, does } = choiceWords(at.language, kind, choice);
            return { value: choice, label, ...(does && { hint: does }) };
          })}
          {...(at.form?.id !== FORM &&
            at.c.req.query("choose") !== undefined && { values: [at.c.req.query("choose")!] })}
        />
        {choices.some(({ needs }) => needs.includes("next")) && (
          <div class="only approve">
            <Picks
              {...field}
              name="d.next"
              label={words.next}
              choices={Object.entries(words.nexts).map(([value, label]) => ({ value, label }))}
            />
            <Input {...field} name="d.to" label={words.to} />
            <Input {...field} name="d.due" label={words.due} type="date" />
          </div>
        )}
        {decision.options && <Options {...shown} />}
        <Lines
          {...field}
          name="d.reason"
          label={words.reason}
          rows={4}
          {...(needy.length > 0 && { hint: words.reasonHint(needy.join(` ${words.or} `)) })}
        />
        <Submit label={words.send} />
      </Form>
    </section>
  );
}

/** Whoever stands in for others says for whom the answer is. */
function Whose({ at, decision }: Deciding) {
  const words = DECISION_WORDS[at.language];
  const { standsInFor = [], self } = decision;
  if (standsInFor.length === 0) return null;
  const others = standsInFor.map(({ email, name }) => ({ value: email, label: name || email }));
  return (
    <Select
      at={at}
      id={FORM}
      name="d.for"
      label={words.whose}
      choices={others}
      {...(self && { empty: words.self })}
      value={typed(at, FORM, "d.for", at.c.req.query("for") ?? "")}
    />
  );
}

function Options({ at, decision }: Deciding) {
  const words = DECISION_WORDS[at.language];
  const { options = [], choose = 1 } = decision;
  return (
    <div class="only select">
      <Picks
        at={at}
        id={FORM}
        name="choices"
        label={words.options(choose)}
        type={choose === 1 ? "radio" : "checkbox"}
        choices={options.map((one) => ({ value: one, label: one }))}
        values={options.filter((one) => marked(at, FORM, "choices", one))}
      />
    </div>
  );
}

/** Takes a proposal back, so that it can be put in other words. */
export function Withdraw({ at, known, id }: Deciding) {
  const words = DECISION_WORDS[at.language];
  const form = "withdrawProposal";
  return (
    <details open={at.form?.id === form}>
      <summary>{words.unput}</summary>
      <Form at={at} id={form} action={doUrl(known.id, "withdrawProposal")}>
        <input type="hidden" name="d.item" value={id} />
        <input type="hidden" name="said" value={words.unputDone} />
        <Lines at={at} id={form} name="d.reason" label={words.reason} rows={2} />
        <Submit label={words.unput} kind="secondary" />
      </Form>
    </details>
  );
}

/** Puts a decision of the plan to those who decide. */
export function Put({ at, known, decision, id }: Deciding) {
  const words = DECISION_WORDS[at.language];
  const { standings, how } = decision;
  const form = "propose";
  const isReady = standings.every(({ met }) => met);
  return (
    <section aria-labelledby="put-title">
      <h2 id="put-title">{words.put}</h2>
      {standings.length > 0 && (
        <>
          <h3>{words.standings}</h3>
          <ul class="standings">
            {standings.map((one) => (
              <li class={one.met ? "met" : "unmet"}>
                {one.title}
                <span class="soft">{one.met ? ` (${words.met})` : ` (${words.unmet})`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Form at={at} id={form} action={doUrl(known.id, "propose")}>
        <input type="hidden" name="d.item" value={id} />
        <input type="hidden" name="said" value={words.putDone} />
        <Lines at={at} id={form} name="d.text" label={words.putText} rows={5} />
        {how === "select" && (
          <Lines at={at} id={form} name="d.options:t" label={words.putOptions} hint={words.putOptionsHint} rows={4} />
        )}
        {!isReady && <Input at={at} id={form} name="d.note" label={words.putNote} />}
        <Submit label={words.putSend} />
      </Form>
    </section>
  );
}
