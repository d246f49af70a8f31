// Messages to come: when, to whom, how each would read; skipped or sent ahead with a reason.
import type { AgendaJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { inDays, moment } from "../../site/dates.ts";
import { Form, Input } from "../../site/forms.tsx";
import type { Known } from "../network-of.ts";
import { MESSAGES } from "./words.ts";

const WEEK = 7 * 24 * 60 * 60 * 1000;
/** Shown at once; the rest is folded away. */
const FIRST = 8;

type Props = { at: At; known: Known; agenda: AgendaJson[]; names: Map<string, string> };

/** What has to be known of a message to come. */
export const messagesIn = (agenda: AgendaJson[]): AgendaJson[] =>
  agenda.filter(({ kind, rule }) => kind === "message" && rule !== undefined);

export const soonIn = (messages: AgendaJson[], now: string): AgendaJson[] =>
  messages.filter(({ at }) => Date.parse(at) - Date.parse(now) < WEEK);

/** The list, the soonest first. */
export function Coming(props: Props) {
  const { at, known, agenda } = props;
  const words = MESSAGES[at.language];
  const all = messagesIn(agenda);
  if (all.length === 0) return <p class="empty">{known.ended ? words.past : words.none}</p>;
  const [first, later] = [all.slice(0, FIRST), all.slice(FIRST)];
  const asked = at.form?.id ?? at.c.req.query("see");
  const isOpen = later.some((one, i) => asked === formId(one, i + FIRST));
  return (
    <section>
      <h2>{words.coming}</h2>
      <ul class="rows">
        {first.map((one, i) => (
          <Row {...props} one={one} i={i} />
        ))}
      </ul>
      {later.length > 0 && (
        <details open={isOpen}>
          <summary>{words.later(later.length)}</summary>
          <ul class="rows">
            {later.map((one, i) => (
              <Row {...props} one={one} i={i + FIRST} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const formId = ({ subject, rule = "" }: AgendaJson, i: number) => `${subject}-${rule}-${i}`.replaceAll(/[^\w-]+/g, "-");

function Row({ at, known, names, one, i }: Props & { one: AgendaJson; i: number }) {
  const { language } = at;
  const words = MESSAGES[language];
  const told = { zone: known.zone, language };
  const { to, mail } = one;
  const id = formId(one, i);
  // Of the many that go later each is written out when it is asked for.
  const isWhole = i < FIRST || [at.form?.id, at.c.req.query("see")].includes(id);
  return (
    <li id={`r-${id}`}>
      <div class="what">
        <p>{one.title}</p>
        <p>
          {`${moment(one.at, told, known.now)} (${inDays(one.at, known.now, told)}) · `}
          {to.length === 0 ? words.nobody : words.to(to.length)}
        </p>
        {isWhole ? (
          <div class="asides">
            {mail && (
              <details open={at.c.req.query("see") === id}>
                <summary>
                  {words.read}
                  <span class="sr-only">{`: ${one.title}`}</span>
                </summary>
                <p>
                  <strong>{`${words.receivers}: `}</strong>
                  {to.map((email) => names.get(email) ?? email).join(", ") || words.nobody}
                </p>
                <p>
                  <strong>{`${words.subject}: `}</strong>
                  {mail.subject}
                </p>
                <p class="mail">{mail.text}</p>
              </details>
            )}
            {known.mayDo("skipMessage") && <Aside at={at} known={known} one={one} id={id} />}
          </div>
        ) : (
          <p>
            <a href={`?see=${encodeURIComponent(id)}#r-${id}`}>
              {words.read}
              <span class="sr-only">{`: ${one.title}`}</span>
            </a>
          </p>
        )}
      </div>
    </li>
  );
}

/** What it is about, as triggers name it. */
function aboutOf(subject: string): [field: string, value: string][] {
  const [what = "", rest = ""] = subject.split(/:(.*)/s);
  const [id = "", session] = rest.split("/");
  return [[what, id], ...(session === undefined ? [] : [["session", session] as [string, string]])];
}

function Aside({ at, known, one, id }: Pick<Props, "at" | "known"> & { one: AgendaJson; id: string }) {
  const words = MESSAGES[at.language];
  return (
    <details open={at.form?.id === id}>
      <summary>
        {words.aside}
        <span class="sr-only">{`: ${one.title}`}</span>
      </summary>
      <Form at={at} id={id} action={`/networks/${encodeURIComponent(known.id)}/messages/aside`}>
        {[...aboutOf(one.subject), ["rule", one.rule ?? ""] as const].map(([name, value]) => (
          <input type="hidden" name={`d.${name}`} value={value} />
        ))}
        <Input at={at} id={id} name="d.reason" label={words.reason} hint={words.reasonHint} required />
        <div class="form-group inline">
          <button type="submit" name="trigger" value="skipMessage" class="button button-secondary">
            {words.skip}
          </button>
          <button type="submit" name="trigger" value="sendMessage" class="button button-secondary">
            {words.send}
          </button>
        </div>
      </Form>
    </details>
  );
}
