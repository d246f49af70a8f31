// The field for a file that fills the lines above it.
import { attributes, Labelled, typed, type FieldProps } from "./forms.tsx";
import { fileOf, readOf } from "./list-text.ts";
import { SITE_WORDS } from "./words.ts";

/** Of the field `name` of several lines; says how its bytes were read where that is not as they should be. */
export function ListFile({ at, id, name }: Pick<FieldProps, "at" | "id" | "name">) {
  const words = SITE_WORDS[at.language].list;
  const field = { at, id, name: fileOf(name), label: words.file, hint: words.hint };
  return (
    <>
      {typed(at, id, readOf(name)) === "old" && (
        <p class="said warm" role="status">
          {words.old}
        </p>
      )}
      <Labelled {...field}>
        <input class="form-input" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" {...attributes(field)} />
      </Labelled>
    </>
  );
}
