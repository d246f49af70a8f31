// The page of a date poll: the proposed dates, what the reader says to each, and how many can come when.
import type { PollLinkJson } from "../api/client.ts";
import { deadlineOf } from "../mail/dates.ts";
import { Rows, whenIn } from "./answer-facts.tsx";
import { POLL_WORDS } from "./poll-words.ts";
import { WORDS } from "./words.ts";

/** `typed`: what was chosen, by date; `notice`: why it was not taken; `done`: it was answered just now. */
export type PollProps = {
  link: PollLinkJson;
  action: string;
  formKey: string;
  typed: Record<string, string>;
  notice?: string;
  done?: boolean;
};

const SAID = ["yes", "maybe", "no"] as const;

/** The body of the page. */
export function Poll(props: PollProps) {
  const { link, notice, done = false } = props;
  const { language, person, title, network, closes, zone, open, answered, state } = link;
  const [words, own] = [WORDS[language], POLL_WORDS[language]];
  const isDone = done && answered;
  return (
    <>
      <p class="hello">{isDone ? words.thanks(person.firstName) : words.hello(person.firstName)}</p>
      <h1>{title}</h1>
      {notice !== undefined && (
        <div class="said wrong" role="alert">
          <p>
            <strong>{own.notSent}</strong>
          </p>
          <p>{notice}</p>
        </div>
      )}
      {answered && open && (
        <div class="said" role="status">
          <p>
            <strong>{own.answered}</strong>
          </p>
          <p>{own.change}</p>
        </div>
      )}
      <Rows
        rows={[
          [words.deadline, open && closes ? deadlineOf(Date.parse(closes), zone, language) : undefined],
          [words.network, network.title],
        ]}
      />
      {open ? <Form {...props} /> : <Closed link={link} words={own.closed[state]} />}
      <footer>
        <p>{words.privacy}</p>
      </footer>
    </>
  );
}

function Closed({ link, words }: { link: PollLinkJson; words: string }) {
  const { chosen } = link;
  const when = chosen === undefined ? undefined : dateWords(link, chosen);
  return (
    <div class="said">
      <p>
        <strong>{words}</strong>
      </p>
      {when !== undefined && <p>{when}</p>}
    </div>
  );
}

function Form({ link, action, formKey, typed }: PollProps) {
  const words = POLL_WORDS[link.language];
  return (
    <>
      <h2>{words.ask}</h2>
      <form method="post" action={action}>
        <input type="hidden" name="key" value={formKey} />
        {link.dates.map(({ start, mine, yes, maybe }, index) => (
          <fieldset>
            <legend>
              {dateWords(link, start)}
              <span class="hint">{words.count(yes, maybe)}</span>
            </legend>
            {SAID.map((said) => (
              <label class="pick">
                <input
                  type="radio"
                  name={`date-${index}`}
                  value={`${said} ${start}`}
                  checked={(typed[start] ?? mine) === said}
                />
                <span>
                  <b>{words.said[said]}</b>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
        <button class="main">{words.send}</button>
      </form>
    </>
  );
}

function dateWords({ allDay, minutes, zone, language }: PollLinkJson, start: string): string {
  const end = minutes === undefined ? {} : { end: new Date(Date.parse(start) + minutes * 60_000).toISOString() };
  return whenIn({ start, ...end, ...(allDay && { allDay }) }, { zone, language }) ?? start;
}
