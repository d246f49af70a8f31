// The form by which an answer is given, for each thing that can be answered. It works without scripts.
import type { AnswerLinkJson } from "../api/client.ts";
import { whenIn } from "./answer-facts.tsx";
import { votersOf, type Typed } from "./answer-form.ts";
import { choiceWords, WORDS } from "./words.ts";

/** `problems`: what is wrong, by field. */
export type Filled = { link: AnswerLinkJson; typed: Typed; problems: Record<string, string> };

/** Characters that a field takes. */
const MOST = 5_000;

/** An invitation: one press on one of three answers. The one that the mail's link names stands first. */
export function MeetingFields({ link, typed, problems }: Filled) {
  const { language, kind, answered, sessions } = link;
  const words = WORDS[language];
  // What is answered already is no answer to press again, but where the part of the meeting can be another.
  const choices = link.choices.filter(({ choice }) => sessions || choice !== answered?.choice);
  const marked = choices.find(({ choice }) => choice === typed.choice);
  const others = choices.filter((one) => one !== marked);
  const label = (choice: string) => choiceWords(language, kind, choice).label;
  return (
    <>
      <Sessions link={link} typed={typed} />
      <Problem of="choice" problems={problems} />
      {marked && (
        <>
          <button class="main" name="choice" value={marked.choice}>
            {words.confirm(label(marked.choice))}
          </button>
          <p class="soft or">{words.orElse}</p>
        </>
      )}
      {others.map(({ choice }) => (
        <button name="choice" value={choice}>
          {label(choice)}
        </button>
      ))}
    </>
  );
}

function Sessions({ link, typed }: Pick<Filled, "link" | "typed">) {
  const { sessions = [], language } = link;
  const words = WORDS[language];
  if (sessions.length === 0) return <></>;
  return (
    <fieldset>
      <legend>{words.sessions}</legend>
      {sessions.map((session) => (
        <Pick name="session" value={session.id} isOn={typed.session === session.id} label={session.title}>
          {[whenIn(session, link) ?? words.dateToCome, session.place].filter(Boolean).join(" · ")}
        </Pick>
      ))}
    </fieldset>
  );
}

/** Homework: a text, or one for each question. */
export function HomeworkFields({ link, typed, problems }: Filled) {
  const words = WORDS[link.language];
  const { asks = [], answered } = link;
  const labels = asks.length > 0 ? asks : [words.yourText];
  return (
    <>
      {labels.map((label, index) => (
        <div class="field">
          <label class="label" for={`text-${index}`}>
            {label}
          </label>
          {index === 0 && <Problem of="text" problems={problems} />}
          <Area
            name={`text-${index}`}
            value={typed.texts[index] ?? ""}
            problem={index === 0 ? problems["text"] : undefined}
            of="text"
          />
        </div>
      ))}
      <button class="main">{answered ? words.sendHomeworkAgain : words.sendHomework}</button>
    </>
  );
}

/** A decision: the choices with what each leads to, and what they demand. */
export function DecisionFields({ link, typed, problems }: Filled) {
  const { language, kind, choices } = link;
  const words = WORDS[language];
  const needy = choices.filter(({ needs }) => needs.includes("reason"));
  const named = needy.map(({ choice }) => `»${choiceWords(language, kind, choice).label}«`).join(` ${words.and} `);
  return (
    <>
      <Whose link={link} typed={typed} problems={problems} />
      <fieldset>
        <legend class="hidden">{words.ask[kind]}</legend>
        <Problem of="choice" problems={problems} />
        {choices.map(({ choice }) => {
          const { label, does } = choiceWords(language, kind, choice);
          return (
            <Pick name="choice" value={choice} isOn={typed.choice === choice} label={label}>
              {does}
            </Pick>
          );
        })}
      </fieldset>
      {choices.some(({ needs }) => needs.includes("next")) && <Follow link={link} typed={typed} problems={problems} />}
      {link.options && <Options link={link} typed={typed} problems={problems} />}
      <div class="field">
        <label class="label" for="reason">
          {words.reason}
        </label>
        {named !== "" && (
          <span class="hint" id="reason-hint">
            {words.reasonHint(named)}
          </span>
        )}
        <Problem of="reason" problems={problems} />
        <Area name="reason" value={typed.reason} problem={problems["reason"]} of="reason" hint={named !== ""} />
      </div>
      <button class="main">{words.sendDecision}</button>
    </>
  );
}

/** Of who may cast several votes: whose this one is. Of a substitute with one: whose it is. */
function Whose({ link, typed, problems }: Filled) {
  const { standsInFor = [] } = link;
  const words = WORDS[link.language];
  const voters = votersOf(link);
  const nameOf = (voter: string) => standsInFor.find(({ email }) => email === voter)?.name ?? words.myself;
  if (voters.length < 2) return voters.map((voter) => <p>{words.insteadOf(nameOf(voter))}</p>)[0] ?? <></>;
  return (
    <fieldset>
      <legend>{words.whose}</legend>
      <Problem of="for" problems={problems} />
      {voters.map((voter) => (
        <Pick name="for" value={voter} isOn={typed.whose === voter} label={nameOf(voter)} />
      ))}
    </fieldset>
  );
}

/** What becomes of an approved idea. */
function Follow({ link, typed, problems }: Filled) {
  const words = WORDS[link.language];
  return (
    <div class="only approve">
      <fieldset>
        <legend>{words.next}</legend>
        <Problem of="next" problems={problems} />
        {Object.entries(words.nextChoices).map(([value, label]) => (
          <Pick name="next" value={value} isOn={typed.next === value} label={label} />
        ))}
      </fieldset>
      <Line name="to" label={words.to} value={typed.to} problems={problems} />
      <Line name="due" label={words.due} value={typed.due} problems={problems} type="date" />
    </div>
  );
}

function Options({ link, typed, problems }: Filled) {
  const { options = [], choose = 1, language } = link;
  return (
    <div class="only select">
      <fieldset>
        <legend>{WORDS[language].pick(choose)}</legend>
        <Problem of="choices" problems={problems} />
        {options.map((option) => (
          <Pick
            name="choices"
            value={option}
            isOn={typed.choices.includes(option)}
            label={option}
            type={choose === 1 ? "radio" : "checkbox"}
          />
        ))}
      </fieldset>
    </div>
  );
}

type PickProps = { name: string; value: string; isOn: boolean; label: string; type?: string; children?: string };

function Pick({ name, value, isOn, label, type = "radio", children = "" }: PickProps) {
  return (
    <label class="pick">
      <input type={type} name={name} value={value} checked={isOn} />
      <span>
        <b>{label}</b>
        {children !== "" && <small>{children}</small>}
      </span>
    </label>
  );
}

type LineProps = { name: string; label: string; value: string; problems: Filled["problems"]; type?: string };

function Line({ name, label, value, problems, type = "text" }: LineProps) {
  return (
    <div class="field">
      <label class="label" for={name}>
        {label}
      </label>
      <Problem of={name} problems={problems} />
      <input
        type={type}
        id={name}
        name={name}
        value={value}
        maxlength={MOST}
        {...(problems[name] !== undefined && { "aria-invalid": "true" as const, "aria-describedby": `${name}-error` })}
      />
    </div>
  );
}

type AreaProps = { name: string; value: string; of: string; problem: string | undefined; hint?: boolean };

function Area({ name, value, of, problem, hint = false }: AreaProps) {
  const described = [hint ? `${of}-hint` : "", problem === undefined ? "" : `${of}-error`].join(" ").trim();
  return (
    <textarea
      id={name}
      name={name}
      maxlength={MOST}
      {...(problem !== undefined && { "aria-invalid": "true" as const })}
      {...(described && { "aria-describedby": described })}
    >
      {value}
    </textarea>
  );
}

function Problem({ of, problems }: { of: string; problems: Filled["problems"] }) {
  const said = problems[of];
  return said === undefined ? (
    <></>
  ) : (
    <span class="error" id={`${of}-error`}>
      {said}
    </span>
  );
}
