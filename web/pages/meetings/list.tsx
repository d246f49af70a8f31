// The meetings of a network: the next one first with all that its reader needs, then those to come and those that were held.
import type { HomeworkLineJson, MeetingJson, MeetingLineJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { SeeThenDo } from "../../site/consequences.tsx";
import { Form, Input, Picks } from "../../site/forms.tsx";
import type { Site } from "../../site/site.tsx";
import { networkOf, type Known } from "../network-of.ts";
import { Answer } from "./answer.tsx";
import { DraftBox, Fold } from "./lead.tsx";
import { LEAD } from "./lead-words.ts";
import { Agenda } from "./parts.tsx";
import { startOf, When, whenWords } from "./when.tsx";
import { MEETINGS } from "./words.ts";

/** Adds the page. */
export function addMeetings({ page }: Site): void {
  page("/networks/:id/meetings", async (at) => {
    const id = at.c.req.param("id") ?? "";
    const [known, lines, homework] = await Promise.all([networkOf(at), at.api.meetings(id), at.api.homeworks(id)]);
    const order = sorted(lines, known);
    const next = order.next && (await at.api.meeting(id, order.next.id));
    const body = <Meetings {...{ at, known, ...order }} detail={next} homework={homework.lines} />;
    return { title: MEETINGS[at.language].title, body, network: known.network, part: "meetings" };
  });
}

type Order = { next?: MeetingLineJson; coming: MeetingLineJson[]; earlier: MeetingLineJson[] };

/** The next meeting with a date, the others to come in order of time, and those held or called off, the last first. */
function sorted(lines: MeetingLineJson[], known: Known): Order {
  const shown = lines.filter(({ state }) => known.leads || state !== "drafted");
  const key = (line: MeetingLineJson) =>
    Date.parse(startOf(line) ?? line.window.from ?? line.window.to ?? "9999-12-31");
  const inTime = shown.toSorted((a, b) => key(a) - key(b));
  const coming = inTime.filter(({ state }) => state !== "held" && state !== "cancelled");
  const dated = coming.filter((line) => line.state === "pinned" && startOf(line) !== undefined);
  // A reader's own comes before others'.
  const next = dated.find(({ mine }) => mine) ?? dated[0];
  const earlier = inTime.filter(({ state }) => state === "held" || state === "cancelled").toReversed();
  return { ...(next && { next }), coming: coming.filter((one) => one !== next), earlier };
}

type Props = Order & { at: At; known: Known; detail: MeetingJson | undefined; homework: HomeworkLineJson[] };

function Meetings(props: Props) {
  const { at, known, detail, coming, earlier } = props;
  const words = MEETINGS[at.language];
  const none = !detail && coming.length + earlier.length === 0;
  return (
    <>
      <h1>{words.title}</h1>
      {none ? <p class="empty">{words.none}</p> : <Next {...props} />}
      {coming.length > 0 && (
        <>
          <h2>{words.coming}</h2>
          <div data-part="coming">
            <Rows {...props} lines={coming} />
          </div>
        </>
      )}
      {!none && (
        <>
          <h2>{words.earlier}</h2>
          <div data-part="earlier">
            {earlier.length === 0 ? <p class="empty">{words.noneEarlier}</p> : <Rows {...props} lines={earlier} />}
          </div>
        </>
      )}
      {known.mayDo("addItem") && !known.ended && <Fresh at={at} known={known} />}
    </>
  );
}

const urlOf = (known: Known, id: string) =>
  `/networks/${encodeURIComponent(known.id)}/meetings/${encodeURIComponent(id)}`;

function Next({ at, known, detail, homework }: Props) {
  const words = MEETINGS[at.language];
  if (!detail) return <p class="empty">{words.noneNext}</p>;
  const { id, title, dates, answers, agenda } = detail;
  const own = homework.filter(({ before }) => before === id);
  return (
    <section aria-labelledby="next">
      <h2 id="next">{words.next}</h2>
      <div class="mt-next">
        <h3>
          <a href={urlOf(known, id)}>{title}</a>
        </h3>
        <When of={detail} told={{ zone: known.zone, language: at.language }} now={known.now} />
        {!detail.sessions && <p>{dates.place ?? words.noPlace}</p>}
        <Answer at={at} known={known} meeting={detail} />
        <p class="soft">
          {words.counts(
            answers.accepted.length,
            answers.tentative.length,
            answers.declined.length,
            answers.missing.length,
          )}
        </p>
        {own.length > 0 && (
          <>
            <h4>{words.homework}</h4>
            <ul>
              {own.map((one) => (
                <li>
                  <a href={`/networks/${encodeURIComponent(known.id)}/homework/${one.id}`}>{one.title}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <h4>{words.agenda}</h4>
        {agenda.points.length === 0 ? <p class="soft">{words.noAgenda}</p> : <Agenda at={at} agenda={agenda} />}
      </div>
    </section>
  );
}

function Rows({ at, known, lines, homework }: Props & { lines: MeetingLineJson[] }) {
  return (
    <ul class="rows">
      {lines.map((line) => (
        <Row at={at} known={known} line={line} homework={homework.filter(({ before }) => before === line.id)} />
      ))}
    </ul>
  );
}

function Row({ at, known, line, homework }: Pick<Props, "at" | "known" | "homework"> & { line: MeetingLineJson }) {
  const words = MEETINGS[at.language];
  const { id, title, state, dates, window, sessions, mine, counts, minutes, tentative } = line;
  const told = { zone: known.zone, language: at.language };
  const when = sessions
    ? Object.values(sessions).map((one) => `${one.title}: ${whenWords(one, window, told)}`)
    : [whenWords(dates, window, told)];
  const isAsked = state === "pinned";
  return (
    <li>
      <div class="what">
        <p>
          <a href={urlOf(known, id)}>{title}</a>
        </p>
        {when.map((one) => (
          <p class="soft">{one}</p>
        ))}
        {dates.place !== undefined && <p class="soft">{dates.place}</p>}
        {isAsked && known.leads && (
          <p class="soft">{words.counts(counts.accepted, counts.tentative, counts.declined, counts.missing)}</p>
        )}
        {homework.length > 0 && (
          <p class="soft">
            {`${words.homework}: `}
            {homework.map((one, i) => (
              <>
                {i > 0 && ", "}
                <a href={`/networks/${encodeURIComponent(known.id)}/homework/${one.id}`}>{one.title}</a>
              </>
            ))}
          </p>
        )}
      </div>
      <span class="inline">
        {mine && isAsked && (
          <span class={`pill ${mine.answer === undefined ? "warm" : "strong"}`}>
            {mine.answer === undefined ? words.answer.open : words.answer.said[mine.answer]}
          </span>
        )}
        {state !== "pinned" && <span class={state === "cancelled" ? "pill wrong" : "pill"}>{words.state[state]}</span>}
        {tentative && state !== "held" && <span class="pill warm">{words.tentative}</span>}
        {minutes !== undefined && <span class="pill strong">{words.report}</span>}
      </span>
    </li>
  );
}

/** A meeting that the plan does not have. */
function Fresh({ at, known }: { at: At; known: Known }) {
  const { fresh, date, reason, reasonHint } = LEAD[at.language];
  const field = { at, id: "new" };
  const roles = Object.entries(known.roleNames).map(([value, label]) => ({ value, label }));
  return (
    <Fold at={at} id="new" title={fresh.title}>
      <Form at={at} id="new" action={`/networks/${encodeURIComponent(known.id)}/meetings/new`}>
        <input type="hidden" name="said" value={fresh.said} />
        <Input {...field} name="title" label={fresh.name} required />
        <div class="grid2">
          <Input {...field} name="start" type="date" label={date.day} />
          <Input {...field} name="from" type="time" label={date.from} />
          <Input {...field} name="until" type="time" label={date.until} hint={date.untilHint} />
          <Input {...field} name="end" type="date" label={date.last} hint={date.lastHint} />
          <Input {...field} name="place" label={date.place} />
        </div>
        <Picks {...field} name="audience" type="checkbox" label={fresh.audience} choices={roles} />
        <Input {...field} name="reason" label={reason} hint={reasonHint} required />
        <DraftBox at={at} id="new" />
        <SeeThenDo at={at} id="new" label={fresh.save} zone={known.zone} />
      </Form>
    </Fold>
  );
}
