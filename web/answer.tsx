// The page behind a mail's link: what is being answered, how it stands, and the form to answer it.
import { Facts, Ground, Standing } from "./answer-facts.tsx";
import { DecisionFields, HomeworkFields, MeetingFields, type Filled } from "./answer-fields.tsx";
import type { Typed } from "./answer-form.ts";
import { WORDS } from "./words.ts";

/** What went wrong with what was sent, and what still has to be in place. */
export type Notice = { title: string; detail: string; unmet?: string[] };

/** `done`: it was answered just now. `action`: where the form is sent. */
export type AnswerProps = Filled & { action: string; done?: boolean; notice?: Notice };

/** The body of the page. */
export function Answer({ link, typed, problems, action, done = false, notice }: AnswerProps) {
  const { language, kind, person, title, description, tentative, answered, outcome, open } = link;
  const words = WORDS[language];
  const isDone = done && (answered !== undefined || outcome?.mine === true);
  return (
    <>
      <p class="hello">{isDone ? words.thanks(person.firstName) : words.hello(person.firstName)}</p>
      <h1>{title}</h1>
      {notice && <Warning notice={notice} problems={problems} />}
      <Standing link={link} />
      <Facts link={link} />
      {tentative && open && <p class="soft note">{words.tentative}</p>}
      {description !== undefined && <p class="note">{description}</p>}
      <Ground link={link} />
      {open ? (
        <>
          <h2>{answered ? words.instead[kind] : words.ask[kind]}</h2>
          <form method="post" action={action}>
            <input type="hidden" name="key" value={typed.key} />
            <Fields link={link} typed={typed} problems={problems} />
          </form>
        </>
      ) : (
        <Closed link={link} typed={typed} />
      )}
      <footer>
        {open && <p>{words.after[kind]}</p>}
        <p>{words.privacy}</p>
      </footer>
    </>
  );
}

/** A page that only says what is the matter and what to do. */
export function Matter({ title, detail, hint }: { title: string; detail: string; hint: string }) {
  return (
    <>
      <h1>{title}</h1>
      <p class="note">{detail}</p>
      <p>{hint}</p>
    </>
  );
}

function Fields(filled: Filled) {
  if (filled.link.kind === "meeting") return <MeetingFields {...filled} />;
  return filled.link.kind === "homework" ? <HomeworkFields {...filled} /> : <DecisionFields {...filled} />;
}

/** Nothing is asked now. What was typed meanwhile is not lost. */
function Closed({ link, typed }: Pick<Filled, "link" | "typed">) {
  const words = WORDS[link.language];
  return (
    <>
      {!link.outcome && (
        <div class="said">
          <p>
            <strong>{words.notOpen}</strong>
          </p>
          <p>{words.notOpenHint}</p>
        </div>
      )}
      {isTyped(typed) && (
        <>
          <h2>{words.yourWords}</h2>
          <p class="quote">{[typed.reason, typed.to].filter(Boolean).join("\n")}</p>
        </>
      )}
    </>
  );
}

const isTyped = ({ reason, to }: Typed) => reason.trim() !== "" || to.trim() !== "";

/** Leads to each field that is to be mended. */
function Warning({ notice, problems }: { notice: Notice; problems: Filled["problems"] }) {
  const { title, detail, unmet = [] } = notice;
  const fields = Object.entries(problems);
  return (
    <div class="said wrong" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{detail}</p>
      {unmet.length + fields.length > 0 && (
        <ul>
          {unmet.map((one) => (
            <li>{one}</li>
          ))}
          {fields.map(([field, said]) => (
            <li>
              <a href={`#${field}-error`}>{said}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
