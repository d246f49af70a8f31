// The page of an open meeting: what it is, how many seats are left, and the form to sign up, or to give up one's own place.
import type { SignUpJson } from "../api/client.ts";
import { deadlineOf } from "../mail/dates.ts";
import { Rows, whenIn } from "./answer-facts.tsx";
import { SIGN_UP_WORDS } from "./signup-words.ts";
import { WORDS } from "./words.ts";

/** What was typed, by field; `problems`: what is wrong, by field; `notice`: why it was not taken. */
export type SignUpProps = {
  page: SignUpJson;
  action: string;
  formKey: string;
  typed: Record<string, string>;
  problems: Record<string, string>;
  notice?: string;
  done?: boolean;
};

/** The body of the page. */
export function SignUp(props: SignUpProps) {
  const { page, notice, done = false } = props;
  const { language, title, description, tentative, purpose, person } = page;
  const words = SIGN_UP_WORDS[language];
  return (
    <>
      {person && <p class="hello">{WORDS[language].hello(person.firstName)}</p>}
      <h1>{title}</h1>
      {notice !== undefined && <Said wrong title={words.notSent} detail={notice} />}
      {done && purpose === "signUp" && <Said title={words.done[0]} detail={words.done[1]} />}
      <Facts page={page} />
      {tentative && <p class="soft note">{WORDS[language].tentative}</p>}
      {description !== undefined && <p class="note">{description}</p>}
      <Matter {...props} />
      <footer>
        <p>{words.privacy}</p>
      </footer>
    </>
  );
}

/** What can be done now. Whoever has a place can give it up while the meeting is to come. */
function Matter(props: SignUpProps) {
  const { page, done } = props;
  const { state, purpose, language } = page;
  if (purpose === "withdraw" && (state === "open" || state === "closed")) return <Withdraw {...props} />;
  if (state === "open") return done ? <></> : <Form {...props} />;
  const [title, hint] = SIGN_UP_WORDS[language].shut[state];
  return <Said title={title} detail={hint} />;
}

function Said({ title, detail, wrong = false }: { title: string; detail: string; wrong?: boolean }) {
  return (
    <div class={wrong ? "said wrong" : "said"} role={wrong ? "alert" : "status"}>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{detail}</p>
    </div>
  );
}

function Facts({ page }: Pick<SignUpProps, "page">) {
  const { language, zone, capacity, left = 0, waiting, deadline, place, network } = page;
  const [words, signUp] = [WORDS[language], SIGN_UP_WORDS[language]];
  const seats = capacity === undefined ? undefined : left > 0 ? signUp.left(left, capacity) : signUp.full(waiting);
  const rows: [string, string | undefined][] = [
    [words.when, whenIn(page, page) ?? words.dateToCome],
    [words.where, place],
    [signUp.seats, page.state === "open" ? seats : undefined],
    [signUp.deadline, deadline && deadlineOf(Date.parse(deadline), zone, language)],
    [words.network, network.title],
  ];
  return <Rows rows={rows} />;
}

function Form({ page, action, formKey, typed, problems }: SignUpProps) {
  const words = SIGN_UP_WORDS[page.language];
  const waits = page.capacity !== undefined && page.left === 0;
  return (
    <>
      <h2>{waits ? words.askWaiting : words.ask}</h2>
      <form method="post" action={action}>
        <input type="hidden" name="key" value={formKey} />
        <Field name="name" label={words.name} complete="name" typed={typed} problems={problems} />
        <Field name="email" label={words.email} complete="email" typed={typed} problems={problems} />
        <Field
          name="organisation"
          label={words.organisation}
          hint={words.organisationHint}
          complete="organization"
          typed={typed}
          problems={problems}
        />
        <button class="main">{waits ? words.sendWaiting : words.send}</button>
      </form>
    </>
  );
}

type FieldProps = Pick<SignUpProps, "typed" | "problems"> & {
  name: string;
  label: string;
  complete: string;
  hint?: string;
};

function Field({ name, label, complete, hint, typed, problems }: FieldProps) {
  const problem = problems[name];
  const about = [hint && `${name}-hint`, problem && `${name}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label class="label" for={name}>
        {label}
      </label>
      {hint && (
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {problem && (
        <span class="error" id={`${name}-error`}>
          {problem}
        </span>
      )}
      <input
        type="text"
        id={name}
        name={name}
        value={typed[name] ?? ""}
        maxlength={200}
        autocomplete={complete}
        {...(name === "email" && { inputmode: "email" })}
        {...(problem && { "aria-invalid": "true" })}
        {...(about && { "aria-describedby": about })}
      />
    </div>
  );
}

function Withdraw({ page, action, formKey }: SignUpProps) {
  const { language, mine, position = 0 } = page;
  const words = SIGN_UP_WORDS[language];
  if (!mine) return <Said title={words.none[0]} detail={words.none[1]} />;
  return (
    <>
      <Said title={words.mine[mine](position)} detail={words.afterwards[mine]} />
      <h2>{words.withdraw[mine]}</h2>
      <form method="post" action={action}>
        <input type="hidden" name="key" value={formKey} />
        <button class="main">{words.withdraw[mine]}</button>
      </form>
    </>
  );
}
