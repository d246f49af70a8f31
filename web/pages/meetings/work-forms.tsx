// What is written of a meeting: its agenda, who came, its minutes and what is added to them.
import type { MeetingJson } from "../../../api/client.ts";
import { Edits, subjectOf } from "../../site/meanwhile.tsx";
import { marked, Form, Input, Lines, Press, Select, Submit, typed } from "../../site/forms.tsx";
import { doUrl } from "../../site/do.ts";
import { Fold, nextStep } from "./lead.tsx";
import { LEAD } from "./lead-words.ts";
import { MEETINGS } from "./words.ts";
import type { Showing } from "./parts.tsx";

/** Points that are empty below those there are. */
const SPARE = 4;
const TASKS = 5;

const actOf = ({ known, meeting }: Omit<Showing, "at">, act: string) =>
  `/networks/${encodeURIComponent(known.id)}/meetings/${encodeURIComponent(meeting.id)}/${act}`;

/** The agenda, every point of it, with an empty one below, and more folded away. */
export function AgendaForm(props: Showing) {
  const { at, known, meeting } = props;
  const { agenda } = LEAD[at.language];
  const { points } = meeting.agenda;
  const rows = Array.from({ length: points.length + SPARE }, (_, i) => i);
  const shown = points.length + 1;
  const point = (i: number) => <Point at={at} i={i} point={points[i]} />;
  const isStep = nextStep(props) === "agenda";
  return (
    <Fold at={at} id="agenda" title={agenda.edit} open={isStep}>
      <Form at={at} id="agenda" action={actOf(props, "agenda")}>
        <Edits known={known} subject={subjectOf(meeting.id)} />
        <People {...props} />
        {rows.slice(0, shown).map(point)}
        <details open={rows.slice(shown).some((i) => typed(at, "agenda", `d.points.${i}.title`) !== "")}>
          <summary>{agenda.others}</summary>
          {rows.slice(shown).map(point)}
        </details>
        <p class="soft">{agenda.more}</p>
        <Submit label={agenda.save} />
      </Form>
    </Fold>
  );
}

type PointProps = Pick<Showing, "at"> & { i: number; point: MeetingJson["agenda"]["points"][number] | undefined };

function Point({ at, i, point }: PointProps) {
  const { agenda } = LEAD[at.language];
  const field = { at, id: "agenda" };
  const name = (what: string) => `d.points.${i}.${what}`;
  const { title = "", minutes, who = "", text = "" } = point ?? {};
  return (
    <fieldset class="mt-point">
      <legend>{agenda.point(i + 1)}</legend>
      <div class="mt-fields">
        <Input {...field} name={name("title")} label={agenda.subject} value={title} />
        <Input
          {...field}
          name={name("minutes:n")}
          type="number"
          label={agenda.minutes}
          value={minutes === undefined ? "" : String(minutes)}
        />
        <Input {...field} name={name("who")} label={agenda.who} value={who} list="agenda-people" />
      </div>
      <details open={text !== "" || typed(at, "agenda", name("text")) !== ""}>
        <summary>{agenda.text}</summary>
        <Lines {...field} name={name("text")} label={agenda.text} value={text} rows={2} />
      </details>
    </fieldset>
  );
}

/** Names that are known, to be chosen among while typing. */
function People({ meeting }: Pick<Showing, "meeting">) {
  return (
    <datalist id="agenda-people">
      {(meeting.people ?? []).map(({ name }) => (
        <option value={name} />
      ))}
    </datalist>
  );
}

/** Everybody the meeting was for, to be ticked off by organisation; of several sessions one form each. */
export function AttendanceForms(props: Showing) {
  const { at, meeting } = props;
  const { attend } = LEAD[at.language];
  const sessions = Object.entries(meeting.sessions ?? {});
  const parts: [string | undefined, string][] =
    sessions.length === 0
      ? [[undefined, attend.title]]
      : sessions.map(([id, { title }]) => [id, `${attend.title}: ${title}`]);
  return (
    <>
      {parts.map(([session, title], i) => {
        const id = i === 0 ? "attendance" : `attendance-${session}`;
        const isStep = i === 0 && nextStep(props) === "attendance";
        return (
          <Fold at={at} id={id} title={title} open={isStep}>
            <AttendanceForm {...props} id={id} {...(session !== undefined && { session })} />
          </Fold>
        );
      })}
    </>
  );
}

type Person = NonNullable<MeetingJson["people"]>[number];

function AttendanceForm(props: Showing & { id: string; session?: string }) {
  const { at, meeting, id, session } = props;
  const { attend } = LEAD[at.language];
  const own = (meeting.people ?? []).filter((one) => session === undefined || one.sessions.includes(session));
  if (own.length === 0) return <p class="empty">{attend.nobody}</p>;
  const recorded = meeting.attendance.find((one) => one.session === session);
  const organisations = [...new Set(own.map((one) => one.organisation ?? ""))].toSorted((a, b) =>
    a.localeCompare(b, at.language),
  );
  const isThere = (one: Person) => (recorded ? one.came === true : one.answer === "accepted" || one.seat === true);
  return (
    <Form at={at} id={id} action={actOf(props, "attendance")}>
      {session !== undefined && <input type="hidden" name="session" value={session} />}
      <p class="soft">{attend.hint}</p>
      {organisations.map((organisation) => (
        <fieldset>
          <legend class={organisations.length === 1 ? "sr-only" : ""}>
            {organisation || (organisations.length === 1 ? attend.title : attend.noOrganisation)}
          </legend>
          <div class="mt-ticks">
            {own
              .filter((one) => (one.organisation ?? "") === organisation)
              .toSorted((a, b) => a.name.localeCompare(b.name, at.language))
              .map((one) => (
                <Tick at={at} id={id} person={one} checked={isThere(one)} />
              ))}
          </div>
        </fieldset>
      ))}
      <Lines
        at={at}
        id={id}
        name="guests"
        label={attend.others}
        hint={attend.othersHint}
        value={recorded?.guests.join("\n") ?? ""}
        rows={3}
      />
      <Submit label={attend.save} />
    </Form>
  );
}

function Tick({ at, id, person, checked }: Pick<Showing, "at"> & { id: string; person: Person; checked: boolean }) {
  const words = MEETINGS[at.language];
  const { name, email, answer } = person;
  return (
    <label class="mt-tick">
      <input type="checkbox" name="present" value={email} checked={marked(at, id, "present", email, checked)} />
      <span>
        {name}
        {answer !== undefined && <small>{words.answers[answer]}</small>}
      </span>
    </label>
  );
}

/** Writes the minutes, with decisions and tasks. `owners`: who can have a task. */
export function MinutesForm(props: Showing & { owners: { name: string; email: string }[] }) {
  const { at, known, meeting, owners } = props;
  const { minutes } = LEAD[at.language];
  const field = { at, id: "minutes" };
  const named = owners.toSorted((a, b) => a.name.localeCompare(b.name, at.language));
  const choices = named.map(({ name, email }) => ({ value: email, label: name }));
  return (
    <Fold at={at} id="minutes" title={minutes.title} open={nextStep(props) === "minutes"}>
      <Form at={at} id="minutes" action={doUrl(known.id, "recordMinutes")}>
        <input type="hidden" name="d.item" value={meeting.id} />
        <input type="hidden" name="said" value={minutes.said} />
        <Lines {...field} name="d.text" label={minutes.text} hint={minutes.once} rows={10} required />
        <Lines {...field} name="d.decisions:t" label={minutes.decisions} hint={minutes.decisionsHint} rows={4} />
        {Array.from({ length: TASKS }, (_, i) => (
          <fieldset class="mt-point">
            <legend>{minutes.task(i + 1)}</legend>
            <div class="mt-fields">
              <Input {...field} name={`d.tasks.${i}.title`} label={minutes.what} />
              <Input {...field} name={`d.tasks.${i}.due`} type="date" label={minutes.due} />
              <Select
                {...field}
                name={`d.tasks.${i}.owner`}
                label={minutes.owner}
                choices={choices}
                empty={minutes.nobody}
              />
            </div>
          </fieldset>
        ))}
        <Submit label={minutes.save} />
      </Form>
    </Fold>
  );
}

/** Approves the minutes, and adds to them. */
export function MinutesMore({ at, known, meeting }: Showing) {
  const { minutes } = LEAD[at.language];
  const fields = { "d.item": meeting.id };
  return (
    <>
      {!meeting.minutes?.approved && known.mayDo("approveMinutes") && !known.leads && (
        <p>
          <Press
            at={at}
            id="approve"
            action={doUrl(known.id, "approveMinutes")}
            fields={{ ...fields, said: minutes.approved }}
            label={minutes.approve}
            kind="primary"
          />
        </p>
      )}
      {known.mayDo("addToMinutes") && (
        <Fold at={at} id="addition" title={minutes.add}>
          <Form at={at} id="addition" action={doUrl(known.id, "addToMinutes")}>
            <input type="hidden" name="d.item" value={meeting.id} />
            <input type="hidden" name="said" value={minutes.added} />
            <Lines at={at} id="addition" name="d.text" label={minutes.addition} required />
            <Submit label={minutes.addSave} />
          </Form>
        </Fold>
      )}
    </>
  );
}

/** Notes the question that a held meeting agreed on. */
export function FocusForm({ at, known, meeting }: Showing) {
  const { focus } = LEAD[at.language];
  return (
    <Fold at={at} id="focus" title={focus.title}>
      <Form at={at} id="focus" action={doUrl(known.id, "agreeFocusQuestion")}>
        <input type="hidden" name="d.item" value={meeting.id} />
        <input type="hidden" name="said" value={focus.said} />
        <Input at={at} id="focus" name="d.question" label={focus.label} required />
        <Submit label={focus.save} />
      </Form>
    </Fold>
  );
}
