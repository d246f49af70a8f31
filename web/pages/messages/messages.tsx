// The messages of a network: those to come, what was sent and what became of it, what was not sent and why, what failed and what to do.
import type { MessageJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { moment } from "../../site/dates.ts";
import { dataOf, doOrSee } from "../../site/do.ts";
import { partUrl } from "../../site/frame.tsx";
import type { Site } from "../../site/site.tsx";
import { Stacked } from "../../site/stacked.tsx";
import { networkOf, type Known } from "../network-of.ts";
import { Coming, messagesIn, soonIn } from "./coming.tsx";
import { addRules, Rules } from "./rules.tsx";
import { MESSAGES } from "./words.ts";

/** Rows shown before all are asked for. */
const SHOWN = 30;

/** Adds the page and its form to the site. */
export function addMessages(site: Site): void {
  const { page, form } = site;
  addRules(site);
  page("/networks/:id/messages", async (at) => {
    const id = at.c.req.param("id") ?? "";
    const [known, agenda, messages, { people }, rules] = await Promise.all([
      networkOf(at),
      at.api.agenda(id),
      at.api.messages(id),
      at.api.people(id),
      at.api.reminders(id),
    ]);
    const names = new Map(people.map(({ email, name }) => [email, name]));
    const words = MESSAGES[at.language];
    const coming = messagesIn(agenda);
    const shown = { at, known, messages: messages.toReversed(), names };
    const body = (
      <>
        <h1>{words.title}</h1>
        {known.leads ? (
          <>
            {coming.length > 0 && <p class="lead">{words.lead(coming.length, soonIn(coming, known.now).length)}</p>}
            <Failed {...shown} />
            <div data-part="coming">
              <Coming at={at} known={known} agenda={agenda} names={names} />
            </div>
            {known.mayDo("setReminder") && !known.ended && <Rules at={at} known={known} rules={rules} />}
          </>
        ) : (
          <p class="lead">{words.mine}</p>
        )}
        <div data-part="sent">
          <Sent {...shown} />
          <Suppressed {...shown} />
        </div>
      </>
    );
    return { title: words.title, body, network: known.network, part: "messages" };
  });

  form("/networks/:id/messages/aside", async (at, sent, key) => {
    const network = at.c.req.param("id") ?? "";
    const words = MESSAGES[at.language];
    const trigger = sent.text("trigger") === "sendMessage" ? "sendMessage" : "skipMessage";
    const done = await doOrSee(at, sent, { network, trigger, data: dataOf(sent.sent), key });
    return "seen" in done ? done : { ...done, said: trigger === "sendMessage" ? words.sentNow : words.skipped };
  });
}

type Props = { at: At; known: Known; messages: MessageJson[]; names: Map<string, string> };

/** Those who could not be reached, each with what the mail server last said. */
function Failed({ at, known, messages, names }: Props) {
  const words = MESSAGES[at.language];
  const failed = messages.flatMap(({ deliveries }) => deliveries.filter(({ state }) => state === "failed"));
  const people = [...new Set(failed.map(({ person }) => person))];
  if (people.length === 0) return null;
  return (
    <section class="said wrong">
      <h2>{words.failed}</h2>
      <ul>
        {people.map((person) => {
          const own = failed.filter((one) => one.person === person);
          const said = own[0]?.response;
          return (
            <li>
              {`${names.get(person) ?? person}${names.has(person) ? ` (${person})` : ""}: ${words.mails(own.length)}`}
              {said !== undefined && <span class="soft">{` – ${said}`}</span>}
            </li>
          );
        })}
      </ul>
      <p>
        {words.failedHint} <a href={partUrl(known.id, "people")}>{words.people}</a>
      </p>
    </section>
  );
}

function Sent({ at, known, messages, names }: Props) {
  const { language, c } = at;
  const words = MESSAGES[language];
  const sent = messages.filter(({ kind }) => kind === "message.sent");
  const shown = c.req.query("all") === undefined ? sent.slice(0, SHOWN) : sent;
  const rows = shown.map((one) => ({
    cells: [
      moment(one.at, { zone: known.zone, language }, known.now),
      one.title,
      <Receivers {...{ at, one, names }} />,
      statesOf(one, at),
    ],
  }));
  return (
    <section>
      <h2 id="sent">{words.sent}</h2>
      {sent.length === 0 ? (
        <p class="empty">{words.sentNone}</p>
      ) : (
        <Stacked name={{ by: "sent" }} columns={words.columns} rows={rows} main={1} />
      )}
      {shown.length < sent.length && (
        <p>
          <a href="?all=1#sent">{words.all(sent.length)}</a>
        </p>
      )}
    </section>
  );
}

function Receivers({ at, one, names }: { at: At; one: MessageJson; names: Map<string, string> }) {
  const words = MESSAGES[at.language];
  const { deliveries, audience } = one;
  const known = deliveries.map(({ person }) => names.get(person) ?? person);
  if (known.length === 0) return <>{audience}</>;
  if (known.length === 1) return <>{known[0]}</>;
  return (
    <details class="tight">
      <summary>{words.to(known.length)}</summary>
      {known.join(", ")}
    </details>
  );
}

/** «11 sendt, 1 fejlet»; of one mail the state alone. */
function statesOf({ deliveries }: MessageJson, { language }: At): string {
  const { states } = MESSAGES[language];
  const all = (Object.keys(states) as (keyof typeof states)[]).flatMap((state) => {
    const n = deliveries.filter((one) => one.state === state).length;
    return n === 0 ? [] : [deliveries.length === 1 ? states[state] : `${n} ${states[state]}`];
  });
  return all.join(", ") || "–";
}

function Suppressed({ at, known, messages }: Props) {
  const { language } = at;
  const words = MESSAGES[language];
  const all = messages.filter(({ kind }) => kind !== "message.sent");
  if (all.length === 0) return null;
  return (
    <details>
      <summary>{words.suppressed(all.length)}</summary>
      <ul class="rows">
        {all.map((one) => (
          <li>
            <div class="what">
              <p>{one.title}</p>
              <p>{`${words.why}: ${one.why ?? one.reason ?? "–"}`}</p>
              <p class="soft">{moment(one.at, { zone: known.zone, language }, known.now)}</p>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
