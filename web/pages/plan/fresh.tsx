// Adding something to the plan: a meeting, homework, a task, a break, or what else happens.
import type { At } from "../../site/at.ts";
import { SeeThenDo } from "../../site/consequences.tsx";
import { Form, Input, Picks, Select } from "../../site/forms.tsx";
import type { Known } from "../network-of.ts";
import { PLAN } from "./words.ts";

const KINDS = ["meeting", "homework", "task", "break", "note"] as const;
const EXTENTS = ["full", "partial", "work"] as const;

/** The form, folded away until it is wanted. */
export function Fresh({ at, known, people }: { at: At; known: Known; people: { name: string; email: string }[] }) {
  const words = PLAN[at.language];
  const field = { at, id: "new" };
  const { fresh } = words;
  return (
    <details id="add" open={at.form?.id === "new"}>
      <summary>{words.add}</summary>
      <h2>{fresh.title}</h2>
      <Form at={at} id="new" action={`/networks/${encodeURIComponent(known.id)}/plan/new`}>
        <input type="hidden" name="said" value={fresh.said} />
        <Picks
          {...field}
          name="kind"
          label={fresh.kind}
          values={["meeting"]}
          choices={KINDS.map((value) => ({ value, label: fresh.kinds[value] }))}
        />
        <Input {...field} name="title" label={fresh.name} required />
        <div class="grid2">
          <Input {...field} name="start" type="date" label={words.day} />
          <Input {...field} name="from" type="time" label={words.from} />
          <Input {...field} name="until" type="time" label={words.until} />
          <Input {...field} name="end" type="date" label={words.last} hint={words.lastHint} />
          <Input {...field} name="place" label={words.place} />
          <Select
            {...field}
            name="extent"
            label={fresh.extent}
            choices={EXTENTS.map((value) => ({ value, label: fresh.extents[value] }))}
            empty="–"
          />
          <Select
            {...field}
            name="owner"
            label={fresh.owner}
            choices={people.map(({ name, email }) => ({ value: email, label: name }))}
            empty="–"
          />
        </div>
        <Picks
          {...field}
          name="audience"
          type="checkbox"
          label={fresh.audience}
          choices={Object.entries(known.roleNames).map(([value, label]) => ({ value, label }))}
        />
        <Input {...field} name="reason" label={words.reason} hint={words.reasonHint} required />
        <SeeThenDo at={at} id="new" label={fresh.save} zone={known.zone} />
      </Form>
    </details>
  );
}
