// What a meeting's page tells: its agenda, who comes and who came, its minutes with what they led to, and the messages about it.
import type { MeetingJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { moment, shortDay } from "../../site/dates.ts";
import { doUrl } from "../../site/do.ts";
import { Press } from "../../site/forms.tsx";
import type { Known } from "../network-of.ts";
import { MEETINGS } from "./words.ts";

/** `polled`: whether people are being asked for a date. */
export type Showing = { at: At; known: Known; meeting: MeetingJson; polled?: boolean };

/** The agenda, point by point. */
export function Agenda({ at, agenda, empty = true }: { at: At; agenda: MeetingJson["agenda"]; empty?: boolean }) {
  const words = MEETINGS[at.language];
  const { points, minutes, over } = agenda;
  if (points.length === 0) return empty ? <p class="empty">{words.noAgenda}</p> : null;
  return (
    <>
      <ol class="mt-agenda">
        {points.map((point) => (
          <li>
            <div>
              <strong>{point.title}</strong>
              {point.who !== undefined && <span class="soft">{` · ${point.who}`}</span>}
              {point.text !== undefined && <p>{point.text}</p>}
            </div>
            {point.minutes !== undefined && <span class="soft num">{words.minutes(point.minutes)}</span>}
          </li>
        ))}
      </ol>
      {minutes > 0 && <p class="soft">{words.together(minutes)}</p>}
      {over !== undefined && (
        <p>
          <span class="pill warm">{words.over(over)}</span>
        </p>
      )}
    </>
  );
}

const byName = (names: string[], { language }: At) => names.toSorted((a, b) => a.localeCompare(b, language));

/** Who comes: how many said what, and by name below. */
export function Who({ at, meeting }: Pick<Showing, "at" | "meeting">) {
  const words = MEETINGS[at.language];
  const { answers, guests } = meeting;
  const kinds = ["accepted", "tentative", "declined", "missing"] as const;
  return (
    <>
      <ul class="mt-plain">
        {kinds.map((kind) => (
          <li>
            {answers[kind].length === 0 ? (
              `${words.answers[kind]}: 0`
            ) : (
              <details>
                <summary>{`${words.answers[kind]}: ${answers[kind].length}`}</summary>
                <ul class="mt-names">
                  {byName(answers[kind], at).map((name) => (
                    <li>{name}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
      {guests.length > 0 && <p>{`${words.guests}: ${guests.join(", ")}`}</p>}
    </>
  );
}

/** Who came, of each session where it has several. */
export function Attendance({ at, meeting }: Pick<Showing, "at" | "meeting">) {
  const words = MEETINGS[at.language];
  return (
    <>
      {meeting.attendance.map(({ session, present, absent, guests }) => (
        <details>
          <summary>
            {[
              ...(session === undefined ? [] : [meeting.sessions?.[session]?.title ?? session]),
              words.present(present.length + guests.length),
              words.absent(absent.length),
            ].join(" · ")}
          </summary>
          <ul class="mt-names">
            {byName([...present, ...guests], at).map((name) => (
              <li>{`✓ ${name}`}</li>
            ))}
            {byName(absent, at).map((name) => (
              <li class="soft">{`– ${name}`}</li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

/** The minutes as they were written, approved and added to; and the tasks they led to. */
export function Report(props: Showing) {
  const { at, known, meeting } = props;
  const words = MEETINGS[at.language];
  const { minutes, hasMinutes } = meeting;
  if (!minutes) return <p class="empty">{hasMinutes ? words.notYours : words.noReport}</p>;
  const when = (one: string) => moment(one, { zone: known.zone, language: at.language }, known.now);
  return (
    <>
      <p class="mt-prose">{minutes.text}</p>
      <p class="soft">
        {`${words.written(minutes.by, when(minutes.at))}. `}
        {minutes.approved ? (
          words.approved(minutes.approved.by, when(minutes.approved.at))
        ) : (
          <span class="pill warm">{words.notApproved}</span>
        )}
      </p>
      {minutes.decisions.length > 0 && (
        <>
          <h3>{words.decisions}</h3>
          <ul>
            {minutes.decisions.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </>
      )}
      <Tasks {...props} />
      {minutes.additions.map((one) => (
        <>
          <h3>{words.addition(one.by, when(one.at))}</h3>
          <p class="mt-prose">{one.text}</p>
        </>
      ))}
    </>
  );
}

function Tasks({ at, known, meeting }: Showing) {
  const words = MEETINGS[at.language];
  const { tasks } = meeting;
  if (tasks.length === 0) return null;
  const mayFinish = (owner: string) => known.mayDo("completeItem") || owner === at.me.name;
  return (
    <>
      <h3>{words.tasks}</h3>
      <ul class="rows">
        {tasks.map(({ id, title, owner, due, state, overdue }) => (
          <li>
            <div class="what">
              <p>{title}</p>
              <p class="soft">
                {[
                  owner,
                  ...(due === undefined ? [] : [words.due(shortDay(due, { zone: "UTC", language: at.language }))]),
                ].join(" · ")}
              </p>
            </div>
            <span class={overdue ? "pill wrong" : "pill"}>
              {overdue ? words.overdue : (words.taskState[state as "planned"] ?? state)}
            </span>
            {state === "planned" && mayFinish(owner) && (
              <Press
                at={at}
                id={`done-${id}`}
                action={doUrl(known.id, "completeItem")}
                fields={{ "d.item": id, said: words.finishedSaid }}
                label={words.finished}
                about={title}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

type Messages = Pick<MeetingJson, "coming" | "told">;

/** What is to be said of something, and what was or was not. */
export function Messages({ at, known, about }: { at: At; known: Known; about: Messages }) {
  const words = MEETINGS[at.language];
  const when = (one: string) => moment(one, { zone: known.zone, language: at.language }, known.now);
  if (about.coming.length + about.told.length === 0) return <p class="soft">{words.noMessages}</p>;
  return (
    <>
      {about.coming.length > 0 && (
        <>
          <h3>{words.toCome}</h3>
          <ul class="mt-plain">
            {about.coming.map((one) => (
              <li>{`${when(one.at)}: ${one.title}`}</li>
            ))}
          </ul>
        </>
      )}
      {about.told.length > 0 && (
        <>
          <h3>{words.went}</h3>
          <ul class="mt-plain">
            {about.told.map(({ at: sent, title, kind, why, people }) => (
              <li>{`${when(sent)}: ${title} – ${kind === "message.sent" ? words.people(people) : `${kind === "message.failed" ? words.failed : words.notSent}${why === undefined ? "" : ` (${why})`}`}`}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
