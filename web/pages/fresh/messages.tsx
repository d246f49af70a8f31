// The fifth step: the messages that will go, in order of time, each as it would read.
import type { At } from "../../site/at.ts";
import { moment } from "../../site/dates.ts";
import type { PageBody } from "../../site/site.tsx";
import { stepPage } from "./frame.tsx";
import { stepUrl, type Draft, type Message } from "./given.ts";
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
            <ol class="rows letters">
              {messages.map((message) => (
                <One at={at} message={message} />
              ))}
            </ol>
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
            <span class="soft">{`${moment(when, { zone: "Europe/Copenhagen", language }, "0000")} · ${words.to(to)}`}</span>
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
