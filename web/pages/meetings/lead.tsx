// What whoever leads does to a meeting: its next step first, then its dates, calling it off, that it was held, sessions and guests.
import type { Child } from "hono/jsx";
import type { MeetingJson } from "../../../api/client.ts";
import { Edits, subjectOf } from "../../site/meanwhile.tsx";
import { SeeThenDo } from "../../site/consequences.tsx";
import { doUrl } from "../../site/do.ts";
import { Form, Input, Press, Select, Submit } from "../../site/forms.tsx";
import { Box } from "./box.tsx";
import { LEAD } from "./lead-words.ts";
import type { Showing } from "./parts.tsx";
import { endOf } from "./when.tsx";

export type Step = keyof (typeof LEAD)["da"]["steps"];

/** What is to be done next with a meeting; undefined where nothing is. */
export function nextStep({ known, meeting, polled = false }: Omit<Showing, "at">): Step | undefined {
  const { state, agenda, attendance, hasMinutes, minutes, people = [] } = meeting;
  const end = endOf(meeting);
  if (state === "cancelled" || known.ended) return undefined;
  if (state === "drafted") return "publish";
  if (end === undefined && state !== "held") return polled ? "poll" : "date";
  if (state === "pinned" && end !== undefined && end <= Date.parse(known.now)) return "hold";
  if (state === "pinned") return agenda.points.length === 0 ? "agenda" : undefined;
  if (attendance.length === 0 && people.length > 0) return "attendance";
  if (!hasMinutes) return "minutes";
  return minutes && !minutes.approved ? "approve" : undefined;
}

/** The next step with its one press, or the way to its form. */
export function NextStep(props: Showing) {
  const { at, known, meeting } = props;
  const words = LEAD[at.language];
  const step = nextStep(props);
  if (step === undefined) return null;
  const item = { "d.item": meeting.id };
  const press = (trigger: string, said: string, label: string) => (
    <Press
      at={at}
      id={`step-${trigger}`}
      action={doUrl(known.id, trigger)}
      fields={{ ...item, said }}
      label={label}
      kind="primary"
    />
  );
  return (
    <section class="mt-step" aria-labelledby="step">
      <h2 id="step">{words.nextStep}</h2>
      <p>{words.steps[step]}</p>
      {step === "publish" && press("publishMeeting", words.published, words.publish)}
      {step === "approve" && press("approveMinutes", words.minutes.approved, words.minutes.approve)}
      {step === "hold" && press("holdMeeting", words.hold.said, words.hold.label)}
      {(step === "date" || step === "agenda" || step === "attendance" || step === "minutes") && (
        <a class="button button-primary small" href={`#${step}-form`}>
          {words.go[step]}
        </a>
      )}
    </section>
  );
}

/** A form folded away until it is wanted; open where it has come back, or is the next step. */
export function Fold({
  at,
  id,
  title,
  open = false,
  children,
}: Pick<Showing, "at"> & { id: string; title: string; open?: boolean; children: Child }) {
  return (
    <details id={`${id}-form`} open={open || at.form?.id === id}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** All that may be done to the meeting itself as it stands. */
export function Lead(props: Showing) {
  const { at, known, meeting } = props;
  const words = LEAD[at.language];
  const { state, sessions } = meeting;
  const isToCome = ["planned", "drafted", "pinned"].includes(state);
  const may = (trigger: string) => known.mayDo(trigger) && !known.ended && isToCome;
  const isStep = nextStep(props) === "date";
  const parts: [string | undefined, string][] = sessions
    ? Object.entries(sessions).map(([id, { title }]) => [id, words.date.of(title)])
    : [[undefined, state === "planned" ? words.date.set : words.date.move]];
  return (
    <>
      {may("moveItem") &&
        parts.map(([session, title], i) => (
          <Fold at={at} id={i === 0 ? "date" : `date-${session}`} title={title} open={isStep && i === 0}>
            <DateForm
              {...props}
              id={i === 0 ? "date" : `date-${session}`}
              {...(session !== undefined && { session })}
            />
          </Fold>
        ))}
      {may("splitItem") && !sessions && (
        <Fold at={at} id="split" title={words.split.title}>
          <SplitForm {...props} />
        </Fold>
      )}
      {may("holdMeeting") && state === "pinned" && (
        <Fold at={at} id="hold" title={words.hold.title}>
          <Simple {...props} id="hold" trigger="holdMeeting" words={words.hold} />
        </Fold>
      )}
      {may("cancelItem") && (
        <Fold at={at} id="cancel" title={words.cancel.title}>
          <Simple {...props} id="cancel" trigger="cancelItem" words={words.cancel} reason />
        </Fold>
      )}
      {may("inviteGuest") && <Guests {...props} />}
    </>
  );
}

function DateForm({ at, known, meeting, id, session }: Showing & { id: string; session?: string }) {
  const words = LEAD[at.language];
  const { date } = words;
  const own: MeetingJson["dates"] = session === undefined ? meeting.dates : (meeting.sessions?.[session] ?? {});
  const isNew = own.start === undefined && meeting.state !== "drafted";
  const field = { at, id };
  const hour = (one: string | undefined) => (one === undefined || own.allDay ? "" : one.slice(11, 16));
  const lasts = own.end !== undefined && own.end.slice(0, 10) !== own.start?.slice(0, 10);
  return (
    <Form at={at} id={id} action={`/networks/${encodeURIComponent(known.id)}/meetings/${meeting.id}/dates`}>
      <Edits known={known} subject={subjectOf(meeting.id, session)} />
      <input type="hidden" name="trigger" value={isNew ? "pinItem" : "moveItem"} />
      {session !== undefined && <input type="hidden" name="session" value={session} />}
      <input type="hidden" name="said" value={isNew ? date.pinned : date.moved} />
      <div class="grid2">
        <Input {...field} name="start" type="date" label={date.day} value={own.start?.slice(0, 10) ?? ""} required />
        <Input {...field} name="from" type="time" label={date.from} value={hour(own.start)} />
        <Input {...field} name="until" type="time" label={date.until} hint={date.untilHint} value={hour(own.end)} />
        <Input
          {...field}
          name="end"
          type="date"
          label={date.last}
          hint={date.lastHint}
          value={lasts ? own.end!.slice(0, 10) : ""}
        />
        <Input {...field} name="place" label={date.place} value={own.place ?? ""} />
        <Input {...field} name="reason" label={words.reason} hint={words.reasonHint} />
      </div>
      {isNew && <DraftBox at={at} id={id} />}
      <SeeThenDo at={at} id={id} label={isNew ? date.set : date.move} zone={known.zone} />
    </Form>
  );
}

/** Whether a date is a draft that nobody is told of. */
export function DraftBox({ at, id }: Pick<Showing, "at"> & { id: string }) {
  const { draft } = LEAD[at.language];
  return <Box at={at} id={id} name="draft" value="1" {...draft} />;
}

type Words = { label: string; said: string };

function Simple({
  at,
  known,
  meeting,
  id,
  trigger,
  words,
  reason = false,
}: Showing & { id: string; trigger: string; words: Words; reason?: boolean }) {
  const lead = LEAD[at.language];
  return (
    <Form at={at} id={id} action={doUrl(known.id, trigger)}>
      <input type="hidden" name="d.item" value={meeting.id} />
      <input type="hidden" name="said" value={words.said} />
      {reason && <Input at={at} id={id} name="d.reason" label={lead.reason} hint={lead.reasonHint} />}
      <SeeThenDo at={at} id={id} label={words.label} zone={known.zone} />
    </Form>
  );
}

const SESSIONS = [0, 1, 2, 3];

function SplitForm({ at, known, meeting }: Showing) {
  const { split, date, reason } = LEAD[at.language];
  const field = { at, id: "split" };
  return (
    <Form at={at} id="split" action={doUrl(known.id, "splitItem")}>
      <p>{split.text}</p>
      <input type="hidden" name="d.item" value={meeting.id} />
      <input type="hidden" name="said" value={split.said} />
      {SESSIONS.map((i) => (
        <fieldset class="mt-point">
          <legend>{split.one(i + 1)}</legend>
          <div class="grid2">
            <Input {...field} name={`d.sessions.${i}.id`} label={split.id} hint={split.idHint} />
            <Input {...field} name={`d.sessions.${i}.region`} label={split.region} />
            <Input {...field} name={`d.sessions.${i}.start`} type="datetime-local" label={date.from} />
            <Input {...field} name={`d.sessions.${i}.end`} type="datetime-local" label={date.until} />
            <Input {...field} name={`d.sessions.${i}.place`} label={date.place} />
          </div>
        </fieldset>
      ))}
      <Input {...field} name="d.reason" label={reason} />
      <SeeThenDo at={at} id="split" label={split.label} zone={known.zone} />
    </Form>
  );
}

function Guests({ at, known, meeting }: Showing) {
  const { guest } = LEAD[at.language];
  const field = { at, id: "guest" };
  const guests = (meeting.people ?? []).filter((one) => one.guest);
  const languages = (["da", "en"] as const).map((value) => ({ value, label: guest.languages[value] }));
  return (
    <Fold at={at} id="guest" title={guest.add}>
      {guests.length > 0 && (
        <ul class="rows">
          {guests.map(({ name, email }) => (
            <li>
              <div class="what">
                <p>{name}</p>
                <p class="soft">{email}</p>
              </div>
              <Press
                at={at}
                id={`out-${email.replaceAll(/[^\w]/g, "-")}`}
                action={doUrl(known.id, "uninviteGuest")}
                fields={{ "d.item": meeting.id, "d.person": email, said: guest.removed }}
                label={guest.remove}
                about={name}
              />
            </li>
          ))}
        </ul>
      )}
      <Form at={at} id="guest" action={doUrl(known.id, "inviteGuest")}>
        <input type="hidden" name="d.item" value={meeting.id} />
        <input type="hidden" name="said" value={guest.invited} />
        <div class="grid2">
          <Input {...field} name="d.name" label={guest.name} required />
          <Input {...field} name="d.email" type="email" label={guest.email} required />
          <Select {...field} name="d.language" label={guest.language} choices={languages} value="da" />
        </div>
        <Submit label={guest.invite} />
      </Form>
    </Fold>
  );
}
