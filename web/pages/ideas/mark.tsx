// A box beside one of many, marked for a form that stands elsewhere on the page.
import { marked } from "../../site/forms.tsx";
import type { At } from "../../site/at.ts";

/** `form` and `name`: whose field it is; `value`: what it marks, which is called `about` for who hears the box alone. */
export function Mark(props: { at: At; form: string; name: string; value: string; label: string; about: string }) {
  const { at, form, name, value, label, about } = props;
  const id = `mark-${value}`;
  return (
    <label class="mark" for={id}>
      <input type="checkbox" id={id} name={name} value={value} form={form} checked={marked(at, form, name, value)} />
      {label}
      <span class="sr-only">{`: ${about}`}</span>
    </label>
  );
}
