// One box to be ticked, without a heading of its own.
import type { At } from "../../site/at.ts";
import { marked } from "../../site/forms.tsx";

type Props = { at: At; id: string; name: string; value: string; label: string; hint: string; checked?: boolean };

/** The box with what it means. `id`: of the form. */
export function Box({ at, id, name, value, label, hint, checked = false }: Props) {
  return (
    <div class="form-group">
      <label class="pick">
        <input type="checkbox" name={name} value={value} checked={marked(at, id, name, value, checked)} />
        <span>
          {label}
          <small>{hint}</small>
        </span>
      </label>
    </div>
  );
}
