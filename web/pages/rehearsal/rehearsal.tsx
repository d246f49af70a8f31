// A rehearsal: time is moved by hand, and beside it stands what happened and which mails went, as they would look.
import type { FremdriftClient } from "../../../api/client.ts";
import { mayMake, type At } from "../../site/at.ts";
import { longDay, moment, weekName } from "../../site/dates.ts";
import { Form, Input, Press, Submit } from "../../site/forms.tsx";
import type { Site } from "../../site/site.tsx";
import { pageOf, stepUrl, type DraftLine } from "../fresh/given.ts";
import { networkOf, type Known } from "../network-of.ts";
import { REHEARSAL } from "./words.ts";

type Log = Awaited<ReturnType<FremdriftClient["log"]>>;

/** Lines of the log that are shown, and mails beside it. */
const MOST = 120;
const MOST_MAILS = 15;
const WEEK = 7 * 86_400_000;
/** How far after the last day of the plan the end is looked for. */
const AFTER = 45 * 86_400_000;

const URL_OF = (network: string) => `/networks/${encodeURIComponent(network)}/rehearsal`;

/** Adds the page and its forms to the site. */
export function addRehearsal({ page, form }: Site): void {
  page("/networks/:id/rehearsal", async (at) => {
    const id = at.c.req.param("id") ?? "";
    const makes = mayMake(at.me);
    const [known, log, drafts] = await Promise.all([
      networkOf(at),
      at.api.log(id, MOST),
      makes ? at.api.networkDrafts() : Promise.resolve([]),
    ]);
    const draft = drafts.find(({ rehearsal }) => rehearsal === id);
    const body = <Rehearsal at={at} known={known} log={log} draft={draft} makes={makes} />;
    return { title: REHEARSAL[at.language].title, body, network: known.network };
  });

  form("/networks/:id/rehearsal/step", async (at, sent, key) => {
    const id = at.c.req.param("id") ?? "";
    const { api, language } = at;
    const known = await networkOf(at);
    const until = await untilOf(at, known, sent.text("until"));
    const { entries, state } = await api.step(id, until, key);
    const words = REHEARSAL[language];
    const mails = entries.filter(({ kind }) => kind === "message.sent").length;
    const happened = entries.filter(({ kind }) => !kind.startsWith("message.") && kind !== "phase.due").length;
    const when = moment(state.now, { zone: known.zone, language }, known.now);
    const said = entries.length === 0 && until === undefined ? words.nothing : words.moved(when, happened, mails);
    return { to: sent.text("page") || URL_OF(id), said };
  });

  form("/networks/:id/rehearsal/real", async (at, sent, key) => {
    const { id, title } = await networkOf(at);
    const wanted = { from: id, title, start: sent.text("start"), clock: "real", withPeople: true };
    const made = await at.api.cloneNetwork(wanted, key);
    return { to: await pageOf(at.api, made.id), said: REHEARSAL[at.language].started };
  });
}

/** Until when time is moved; undefined to what is due next. */
async function untilOf({ api }: At, { id, now }: Known, asked: string): Promise<string | undefined> {
  if (asked === "week") return instant(Date.parse(now) + WEEK);
  if (asked !== "end") return undefined;
  const { intervals } = await api.plan(id);
  const ends = Object.values(intervals).flatMap(({ to }) => (to === undefined ? [] : [Date.parse(to)]));
  return instant(Math.max(Date.parse(now), ...ends) + AFTER);
}

const instant = (at: number) => new Date(at).toISOString();

type Props = { at: At; known: Known; log: Log; draft: DraftLine | undefined; makes: boolean };

function Rehearsal({ at, known, log, draft, makes }: Props) {
  const { language } = at;
  const words = REHEARSAL[language];
  const told = { zone: known.zone, language };
  if (known.clock === "real") return <Real known={known} words={words} />;
  const when = `${longDay(log.now, told)} ${moment(log.now, told)
    .replace(/^.*?( kl\. |, )/, "$1")
    .trim()}`;
  return (
    <div data-live={`/networks/${encodeURIComponent(known.id)}/events`}>
      <h1>{words.title}</h1>
      <div data-part="clock">
        <p class="clock">{words.clock(when, weekName(log.now, language))}</p>
        {known.ended && <p class="lead">{words.ended}</p>}
      </div>
      {known.clock === "scaled" && <p class="lead">{words.plays}</p>}
      {known.network.mayStep && <Moves at={at} known={known} />}
      <p class="soft" role="status" data-live-note />
      <div class="cols">
        <div data-part="log">
          <LogRows told={told} log={log} words={words} />
        </div>
        <div data-part="mails">
          <Mails told={told} log={log} words={words} />
        </div>
      </div>
      {makes && known.clock === "stepped" && <ForReal at={at} known={known} draft={draft} />}
    </div>
  );
}

function Moves({ at, known }: { at: At; known: Known }) {
  const words = REHEARSAL[at.language];
  return (
    <>
      <div class="moves" role="group" aria-label={words.move}>
        {(["next", "week", "end"] as const).map((until) => (
          <Press
            at={at}
            id={`step-${until}`}
            action={`${URL_OF(known.id)}/step`}
            fields={{ until }}
            label={words[until]}
            kind={until === "next" ? "primary" : "secondary"}
          />
        ))}
      </div>
      <p class="soft">{words.later}</p>
    </>
  );
}

type Told = { zone: string; language: At["language"] };
type Shown = { told: Told; log: Log; words: (typeof REHEARSAL)["da"] };

function LogRows({ told, log, words }: Shown) {
  return (
    <>
      <h2>{words.log}</h2>
      {log.lines.length === 0 ? (
        <p class="empty">{words.none}</p>
      ) : (
        daysIn(log).map(([day, lines]) => (
          <section>
            <h3>{`${longDay(lines[0]!.at, told)} · ${words.programmeWeek(lines[0]!.week)}`}</h3>
            <ol class="log" id={`day-${day}`}>
              {lines.map(({ text, kind }) => (
                <li class={kind.startsWith("message.") ? "soft" : ""}>{text}</li>
              ))}
            </ol>
          </section>
        ))
      )}
    </>
  );
}

/** The newest day first, and of each day what happened first first. */
function daysIn({ lines }: Log): [string, Log["lines"]][] {
  const days = new Map<string, Log["lines"]>();
  for (const line of lines) days.set(line.at.slice(0, 10), [line, ...(days.get(line.at.slice(0, 10)) ?? [])]);
  return [...days];
}

function Mails({ told, log, words }: Shown) {
  const mails = log.lines.flatMap(({ mail, at }) => (mail ? [{ ...mail, at }] : [])).slice(0, MOST_MAILS);
  return (
    <>
      <h2>{words.mails}</h2>
      {mails.length === 0 ? (
        <p class="empty">{words.noMails}</p>
      ) : (
        <ol class="rows letters">
          {mails.map(({ subject, text, people, at }, index) => (
            <li>
              <details class="letter" open={index === 0}>
                <summary>
                  <span class="what">
                    <span>{subject}</span>
                    <span class="soft">{`${moment(at, told)} · ${words.to(people)}`}</span>
                  </span>
                </summary>
                <pre class="mail">{text}</pre>
              </details>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function ForReal({ at, known, draft }: { at: At; known: Known; draft: DraftLine | undefined }) {
  const words = REHEARSAL[at.language];
  return (
    <section>
      <h2>{words.real}</h2>
      <p>{words.realLead}</p>
      {draft ? (
        <a class="button button-primary" href={stepUrl(draft.id, "begin")}>
          {words.toDraft}
        </a>
      ) : (
        <Form at={at} id="real" action={`${URL_OF(known.id)}/real`}>
          <Input at={at} id="real" name="start" type="date" label={words.start} value={known.start} required />
          <Submit label={words.real} />
        </Form>
      )}
    </section>
  );
}

function Real({ known, words }: { known: Known; words: (typeof REHEARSAL)["da"] }) {
  return (
    <>
      <h1>{words.title}</h1>
      <p class="empty">{words.isReal}</p>
      <p>
        <a href={`/networks/${known.id}`}>{words.toNetwork}</a>
      </p>
    </>
  );
}
