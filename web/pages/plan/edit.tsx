// Changing a part of the plan in place: its day, its window, its name, whom it is for, and calling it off. Each shows first what follows.
import type { Child } from "hono/jsx";
import type { At } from "../../site/at.ts";
import { Edits, subjectOf } from "../../site/meanwhile.tsx";
import { SeeThenDo } from "../../site/consequences.tsx";
import { doUrl } from "../../site/do.ts";
import { Form, Input, Picks } from "../../site/forms.tsx";
import type { Known } from "../network-of.ts";
import { isDated, type PlanLine } from "./lines.ts";
import { PLAN } from "./words.ts";

export type Editing = {
  at: At;
  known: Known;
  row: PlanLine;
  /** Of several sessions the one that is edited. */
  session?: string;
  /** Codes of roles and groups that it is for. */
  audience: string[];
};

const OVER = ["held", "done", "decided", "cancelled"];

/** All that may be changed of a part, as things stand. */
export function Edit(editing: Editing) {
  const { at, known, row } = editing;
  const { line, part } = row;
  const words = PLAN[at.language];
  if (line.kind === "phase") return <PhaseForm {...editing} />;
  const mayDo = (trigger: string) => known.mayDo(trigger) && !OVER.includes(line.state);
  return (
    <div class="edit">
      {mayDo("moveItem") && <DateForm {...editing} />}
      {mayDo("tightenItem") && !isDated(line) && (
        <More {...editing} id="window" title={words.window.title}>
          <WindowForm {...editing} />
        </More>
      )}
      {mayDo("renameItem") && (
        <More {...editing} id="rename" title={words.name.title}>
          <NameForm {...editing} />
        </More>
      )}
      {mayDo("setAudience") && part === undefined && ["meeting", "homework"].includes(line.kind) && (
        <More {...editing} id="audience" title={words.audience.title}>
          <AudienceForm {...editing} />
        </More>
      )}
      {mayDo("completeItem") && part !== undefined && (
        <More {...editing} id="complete" title={words.complete.title}>
          <Simple {...editing} id="complete" trigger="completeItem" words={words.complete} />
        </More>
      )}
      {mayDo("cancelItem") && (
        <More {...editing} id="cancel" title={words.cancel.title}>
          <Simple {...editing} id="cancel" trigger="cancelItem" words={words.cancel} />
        </More>
      )}
    </div>
  );
}

/** Folded away, unless its form has come back. */
function More({ at, id, title, children }: Pick<Editing, "at"> & { id: string; title: string; children: Child }) {
  return (
    <details open={at.form?.id === id}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function DateForm({ at, known, row, session }: Editing) {
  const words = PLAN[at.language];
  const { line, item } = row;
  const own = line.sessions?.find((one) => one.id === session) ?? line;
  const isPinned = line.state !== "planned";
  const field = { at, id: "date" };
  const dated = own.precision === "time" || own.precision === "day" || own.precision === "days";
  const meets = line.kind === "meeting";
  return (
    <Form at={at} id="date" action={`/networks/${encodeURIComponent(known.id)}/plan/dates`}>
      <Edits known={known} subject={subjectOf(item, session)} />
      <input type="hidden" name="item" value={item} />
      {session !== undefined && <input type="hidden" name="session" value={session} />}
      <input type="hidden" name="trigger" value={isPinned ? "moveItem" : "pinItem"} />
      <input type="hidden" name="said" value={isPinned ? words.date.said : words.date.pinned} />
      <input type="hidden" name="to" value={`/networks/${encodeURIComponent(known.id)}/plan`} />
      <p class="soft">{words.date.hint}</p>
      <div class="grid2">
        <Input {...field} name="start" type="date" label={words.day} value={dated ? (own.from ?? "") : ""} required />
        <Input {...field} name="from" type="time" label={words.from} value={own.time ?? ""} />
        <Input {...field} name="until" type="time" label={words.until} value={own.until ?? ""} />
        <Input
          {...field}
          name="end"
          type="date"
          label={words.last}
          hint={words.lastHint}
          value={dated && own.to !== own.from ? (own.to ?? "") : ""}
        />
        {meets && <Input {...field} name="place" label={words.place} value={own.place ?? ""} />}
        <Input {...field} name="reason" label={words.reason} hint={words.reasonHint} />
      </div>
      {meets && !isPinned && (
        <Picks
          {...field}
          name="draft"
          type="checkbox"
          label={words.date.pin}
          choices={[{ value: "1", label: words.draft, hint: words.draftHint }]}
        />
      )}
      <SeeThenDo at={at} id="date" label={isPinned ? words.date.move : words.date.pin} zone={known.zone} />
    </Form>
  );
}

/** The hidden fields that every form of this page has. */
function About({ known, row, session, said }: Editing & { said: string }) {
  return (
    <>
      <input type="hidden" name="d.item" value={row.item} />
      {session !== undefined && <input type="hidden" name="d.session" value={session} />}
      <input type="hidden" name="said" value={said} />
      <input type="hidden" name="to" value={`/networks/${encodeURIComponent(known.id)}/plan`} />
    </>
  );
}

function WindowForm(editing: Editing) {
  const { at, known, row } = editing;
  const words = PLAN[at.language];
  const field = { at, id: "window" };
  return (
    <Form at={at} id="window" action={doUrl(known.id, "tightenItem")}>
      <About {...editing} said={words.window.said} />
      <p class="soft">{words.window.hint}</p>
      <div class="grid2">
        <Input {...field} name="d.first" type="date" label={words.window.first} value={row.line.from ?? ""} required />
        <Input {...field} name="d.last" type="date" label={words.window.last} value={row.line.to ?? ""} required />
        <Input {...field} name="d.reason" label={words.reason} required />
      </div>
      <SeeThenDo at={at} id="window" label={words.window.save} zone={known.zone} />
    </Form>
  );
}

function NameForm(editing: Editing) {
  const { at, known, row } = editing;
  const { session: _, ...rest } = editing;
  const words = PLAN[at.language];
  const field = { at, id: "rename" };
  return (
    <Form at={at} id="rename" action={doUrl(known.id, "renameItem")}>
      <Edits known={known} subject={`item:${row.item}`} />
      <About {...rest} said={words.name.said} />
      <Input {...field} name="d.title" label={words.name.label} value={row.line.title[at.language]} required />
      <Input {...field} name="d.reason" label={words.reason} />
      <SeeThenDo at={at} id="rename" label={words.name.save} zone={known.zone} />
    </Form>
  );
}

function AudienceForm(editing: Editing) {
  const { at, known, audience } = editing;
  const { session: _, ...rest } = editing;
  const words = PLAN[at.language];
  const choices = Object.entries(known.roleNames).map(([value, label]) => ({ value, label }));
  return (
    <Form at={at} id="audience" action={doUrl(known.id, "setAudience")}>
      <About {...rest} said={words.audience.said} />
      <Picks
        at={at}
        id="audience"
        name="d.audience:l"
        type="checkbox"
        label={words.audience.label}
        choices={choices}
        values={audience}
      />
      <Input at={at} id="audience" name="d.reason" label={words.reason} />
      <SeeThenDo at={at} id="audience" label={words.audience.save} zone={known.zone} />
    </Form>
  );
}

function Simple(editing: Editing & { id: string; trigger: string; words: { save: string; said: string } }) {
  const { at, known, id, trigger, words } = editing;
  const { session: _, ...rest } = editing;
  return (
    <Form at={at} id={id} action={doUrl(known.id, trigger)}>
      <About {...rest} said={words.said} />
      <Input at={at} id={id} name="d.reason" label={PLAN[at.language].reason} hint={PLAN[at.language].reasonHint} />
      <SeeThenDo at={at} id={id} label={words.save} zone={known.zone} />
    </Form>
  );
}

function PhaseForm({ at, known, row: { item, line } }: Editing) {
  const words = PLAN[at.language];
  const field = { at, id: "phase" };
  return (
    <Form at={at} id="phase" action={doUrl(known.id, "replanPhase")}>
      <input type="hidden" name="d.phase" value={item} />
      <input type="hidden" name="said" value={words.phase.said} />
      <input type="hidden" name="to" value={`/networks/${encodeURIComponent(known.id)}/plan`} />
      <div class="grid2">
        <Input {...field} name="d.first" type="date" label={words.window.first} value={line.from ?? ""} />
        <Input {...field} name="d.last" type="date" label={words.window.last} value={line.to ?? ""} />
        <Input {...field} name="d.reason" label={words.reason} required />
      </div>
      <SeeThenDo at={at} id="phase" label={words.phase.save} zone={known.zone} />
    </Form>
  );
}
