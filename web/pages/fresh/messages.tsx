// The fifth step: the messages that will go, in order of time, each as it would read.
import type { At } from "../../site/at.ts";
import { moment, shortDay } from "../../site/dates.ts";
import type { PageBody } from "../../site/site.tsx";
import { stepPage } from "./frame.tsx";
import { monthText, stepUrl, type Draft, type Message } from "./given.ts";
import { FRESH } from "./words.ts";

/** The page. */
export function messagesPage(at: At, draft: Draft, messages: Message[]): PageBody {
  const words = FRESH[at.language];
  return stepPage(at, draft, {
    step: "messages",
    title: words.messages.title,
    children: (
      <>
        {messages.length === 0 ? (
          <div class="empty">
            <p>{words.messages.none}</p>
            <p>
              <a href={stepUrl(draft.id, "people")}>{words.messages.toPeople}</a>
            </p>
          </div>
        ) : (
          <>
            <p class="lead">{words.messages.lead(messages.length, draft.people.length)}</p>
            <p class="soft">{words.messages.sent}</p>
            {months(messages).map(([month, some]) => (
              <section>
                <h2>{monthText(month, at.language)}</h2>
                <ol class="rows letters">
                  {some.map((message) => (
                    <One at={at} message={message} />
                  ))}
                </ol>
              </section>
            ))}
          </>
        )}
        <div class="ways">
          <a class="button button-primary" href={stepUrl(draft.id, "begin")}>
            {words.next}
          </a>
          <a class="button button-secondary" href={stepUrl(draft.id, "people")}>
            {words.back}
          </a>
        </div>
      </>
    ),
  });
}

/** What goes as the network begins has no hour of its own. */
function whenText(when: string, language: At["language"]): string {
  const told = { zone: "Europe/Copenhagen", language };
  return when.slice(11, 16) === "00:00" ? shortDay(when, told) : moment(when, told);
}

/** In their order, by month: `2027-02`. */
function months(messages: Message[]): [string, Message[]][] {
  const all = new Map<string, Message[]>();
  for (const message of messages) {
    const month = message.at.slice(0, 7);
    all.set(month, [...(all.get(month) ?? []), message]);
  }
  return [...all];
}

function One({ at, message }: { at: At; message: Message }) {
  const { language } = at;
  const words = FRESH[language].messages;
  const { at: when, title, to, names, mail } = message;
  const others = to - names.length;
  return (
    <li>
      <details class="letter">
        <summary>
          <span class="what">
            <span>{title}</span>
            <span class="soft">{`${whenText(when, language)} · ${words.to(to)}`}</span>
          </span>
        </summary>
        <p class="soft">{[names.join(", "), ...(others > 0 ? [words.and(others)] : [])].join(" ")}</p>
        <p>
          <strong>{`${words.subject}: ${mail.subject}`}</strong>
        </p>
        <pre class="mail">{mail.text}</pre>
      </details>
    </li>
  );
}
