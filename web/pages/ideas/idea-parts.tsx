// Forms that the page of an idea is made of: one that asks for a reason, and what is folded away.
import type { Child } from "hono/jsx";
import { doUrl } from "../../site/do.ts";
import { Form, Input, Lines, Submit } from "../../site/forms.tsx";
import type { Shown } from "./idea.tsx";

type ReasonProps = Shown & { trigger: string; label: string; done: string; why: string; plain?: boolean };

/** A form that asks for a reason and nothing else. */
export function Reason({ at, known, idea, trigger, label, done, why, plain = false }: ReasonProps) {
  return (
    <Form at={at} id={trigger} action={doUrl(known.id, trigger)}>
      <input type="hidden" name="d.idea" value={idea.id} />
      <input type="hidden" name="said" value={done} />
      {plain ? (
        <Lines at={at} id={trigger} name="d.reason" label={why} rows={3} required />
      ) : (
        <Input at={at} id={trigger} name="d.reason" label={why} required />
      )}
      <Submit label={label} kind={plain ? "secondary" : "primary"} />
    </Form>
  );
}

/** What is seldom done, folded away; open where its form came back. */
export function Folded({
  at,
  trigger,
  title,
  open = false,
  children,
}: Pick<Shown, "at"> & { trigger: string; title: string; open?: boolean; children: Child }) {
  return (
    <details open={open || at.form?.id === trigger}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
