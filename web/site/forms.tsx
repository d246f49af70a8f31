// Parts of forms: fields that keep what was typed and say what is wrong with it, and forms of one press.
import type { Child } from "hono/jsx";
import { newKey, type At } from "./at.ts";
import { SITE_WORDS } from "./words.ts";

type FormProps = {
  at: At;
  /** Names the form on its page. */
  id: string;
  action: string;
  children?: Child;
  class?: string;
  /** The page to come back to where it is not taken; this one without. */
  page?: string;
  /** It brings a file. */
  files?: true;
};

/** A form. It happens once however often it is sent, and comes back as it was typed where it is not taken. */
export function Form({ at, id, action, children, class: className, page, files }: FormProps) {
  const more = {
    ...(className !== undefined && { class: className }),
    ...(files && { enctype: "multipart/form-data" as const }),
  };
  return (
    <form method="post" action={action} id={id} {...more}>
      <input type="hidden" name="key" value={newKey()} />
      <input type="hidden" name="form" value={id} />
      <input type="hidden" name="page" value={page ?? pageOf(at)} />
      <Refusal at={at} id={id} />
      {children}
    </form>
  );
}

/** A page's address without what was only meant for one look at it. */
function pageOf({ c }: At): string {
  const { pathname, searchParams } = new URL(c.req.url);
  for (const once of ["draft", "lang"]) searchParams.delete(once);
  return `${pathname}${searchParams.size > 0 ? `?${searchParams}` : ""}`;
}

/** A form that is one button: `fields` are sent with it. */
export function Press({
  at,
  id,
  action,
  fields = {},
  label,
  kind = "secondary",
  about,
  page,
}: Omit<FormProps, "children" | "class"> & {
  fields?: Record<string, string>;
  label: string;
  kind?: "primary" | "secondary";
  /** What the button is about, for who hears it without seeing what stands beside. */
  about?: string;
}) {
  return (
    <Form at={at} id={id} action={action} class="inline" {...(page !== undefined && { page })}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={`button button-${kind} small`}>
        {label}
        {about !== undefined && <span class="sr-only">{`: ${about}`}</span>}
      </button>
    </Form>
  );
}

/** What is the matter with the form, leading to each field that is to be mended; or that it is back. */
function Refusal({ at, id }: { at: At; id: string }) {
  const { form, language } = at;
  if (form?.id !== id) return null;
  const words = SITE_WORDS[language];
  if (!form.problem)
    return form.notice === undefined ? null : (
      <div class="said warm" role="status">
        <p>{form.notice === "kept" ? words.kept : form.notice}</p>
      </div>
    );
  const { title, detail, hint, unmet = [], errors = [] } = form.problem;
  return (
    <div class="said wrong" role="alert" tabindex={-1} data-wrong>
      <h2>{title || words.notDone}</h2>
      {detail && <p>{detail}</p>}
      {hint && hint !== detail && <p>{hint}</p>}
      {unmet.length + errors.length > 0 && (
        <ul>
          {unmet.map((one) => (
            <li>{`${one.title} (${one.have}/${one.need})`}</li>
          ))}
          {errors.map(({ path, message }) => (
            <li>{path ? <a href={`#${id}-${fieldOf(path)}`}>{message}</a> : message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The API names a field by its path in what was sent (`data.title`, `title`), which the field has in its name (`d.title`, `d.title:t`). */
const fieldOf = (path: string) =>
  path
    .replace(/^(?:data|d)\./, "")
    .replace(/:[nbjlt]$/, "")
    .replaceAll(/[^\w-]+/g, "-");

/** What was typed in a field of a form that came back; else what it holds from the start. */
export function typed({ form }: At, id: string, name: string, otherwise = ""): string {
  if (form?.id !== id) return otherwise;
  return form.sent.find(([one]) => one === name)?.[1] ?? otherwise;
}

/** Whether a box or choice was marked in a form that came back; else whether it is from the start. */
export function marked({ form }: At, id: string, name: string, value: string, otherwise = false): boolean {
  return form?.id === id ? form.sent.some(([one, is]) => one === name && is === value) : otherwise;
}

function wrongWith({ form }: At, id: string, name: string): string | undefined {
  if (form?.id !== id) return undefined;
  return form.problem?.errors?.find(({ path }) => fieldOf(path) === fieldOf(name))?.message;
}

export type FieldProps = {
  at: At;
  /** Of the form. */
  id: string;
  name: string;
  label: string;
  hint?: string;
  value?: string;
  required?: boolean;
};

/** Label, hint, what is wrong, and the field. */
export function Labelled({ at, id, name, label, hint, required = false, children }: FieldProps & { children: Child }) {
  const wrong = wrongWith(at, id, name);
  const field = `${id}-${fieldOf(name)}`;
  return (
    <div class={wrong === undefined ? "form-group" : "form-group form-error"}>
      <label class="form-label" for={field}>
        {label}
        {required && <span class="sr-only">{` (${SITE_WORDS[at.language].required})`}</span>}
      </label>
      {hint !== undefined && (
        <span class="form-hint" id={`${field}-hint`}>
          {hint}
        </span>
      )}
      {wrong !== undefined && (
        <span class="form-error-message" id={`${field}-error`}>
          {wrong}
        </span>
      )}
      {children}
    </div>
  );
}

/** What every field has: where it is, what describes it, whether it is wrong. */
export function attributes({ at, id, name, hint, required = false }: FieldProps) {
  const field = `${id}-${fieldOf(name)}`;
  const wrong = wrongWith(at, id, name);
  const described = [
    ...(hint === undefined ? [] : [`${field}-hint`]),
    ...(wrong === undefined ? [] : [`${field}-error`]),
  ];
  return {
    id: field,
    name,
    ...(required && { "aria-required": "true" as const }),
    ...(wrong !== undefined && { "aria-invalid": "true" as const }),
    ...(described.length > 0 && { "aria-describedby": described.join(" ") }),
  };
}

type InputProps = FieldProps & {
  type?: "text" | "email" | "date" | "datetime-local" | "time" | "number" | "url" | "password" | "search";
  autocomplete?: string;
  inputmode?: "numeric" | "decimal" | "email";
  /** Fewer characters than a line. */
  narrow?: boolean;
  /** Id of a list of what others typed there. */
  list?: string;
};

/** A field of one line. */
export function Input(props: InputProps) {
  const { at, id, name, value = "", type = "text", autocomplete = "off", inputmode, list } = props;
  return (
    <Labelled {...props}>
      <input
        class="form-input"
        type={type}
        value={typed(at, id, name, value)}
        autocomplete={autocomplete}
        {...(inputmode !== undefined && { inputmode })}
        {...(list !== undefined && { list })}
        {...(type === "number" && { step: "any" })}
        {...attributes(props)}
      />
    </Labelled>
  );
}

/** A field of several lines. */
export function Lines(props: FieldProps & { rows?: number }) {
  const { at, id, name, value = "", rows = 4 } = props;
  return (
    <Labelled {...props}>
      <textarea class="form-input" rows={rows} {...attributes(props)}>
        {typed(at, id, name, value)}
      </textarea>
    </Labelled>
  );
}

export type Choice = { value: string; label: string; hint?: string };

/** One of several, in a list that opens. `empty`: what stands there until one is chosen. */
export function Select(props: FieldProps & { choices: Choice[]; empty?: string }) {
  const { at, id, name, value = "", choices, empty } = props;
  const chosen = typed(at, id, name, value);
  return (
    <Labelled {...props}>
      <select class="form-select" {...attributes(props)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((one) => (
          <option value={one.value} selected={one.value === chosen}>
            {one.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** One (`radio`) or any (`checkbox`) of several, all to be seen. `values`: those marked from the start. */
export function Picks(
  props: Omit<FieldProps, "value"> & { choices: Choice[]; values?: string[]; type?: "radio" | "checkbox" },
) {
  const { at, id, name, label, hint, choices, values = [], type = "radio" } = props;
  const wrong = wrongWith(at, id, name);
  const field = `${id}-${fieldOf(name)}`;
  return (
    <fieldset id={field} class={wrong === undefined ? "" : "form-error"} tabindex={-1}>
      <legend>{label}</legend>
      {hint !== undefined && <span class="form-hint">{hint}</span>}
      {wrong !== undefined && <span class="form-error-message">{wrong}</span>}
      {choices.map((one, i) => (
        <label class="pick" for={`${field}-${i}`}>
          <input
            type={type}
            id={`${field}-${i}`}
            name={name}
            value={one.value}
            checked={marked(at, id, name, one.value, values.includes(one.value))}
          />
          <span>
            {one.label}
            {one.hint !== undefined && <small>{one.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The button that sends a form. `name` and `value` tell it from others of the same form. */
export function Submit({
  label,
  kind = "primary",
  name,
  value,
}: {
  label: string;
  kind?: "primary" | "secondary";
  name?: string;
  value?: string;
}) {
  return (
    <div class="form-group">
      <button type="submit" class={`button button-${kind}`} {...(name !== undefined && { name, value })}>
        {label}
      </button>
    </div>
  );
}
