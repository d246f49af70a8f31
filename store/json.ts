// JSON on its way into the database and rows on their way out.
import { sql, type RawBuilder } from "kysely";
import { StoreError } from "./error.ts";

/** The value as JSON text for a jsonb parameter. Throws `unstorable` for what PostgreSQL cannot hold in a text. */
export function json(value: unknown): string {
  const text = JSON.stringify(value ?? null);
  if (UNSTORABLE.test(text)) throw unstorable();
  return text;
}

/**
 * Rows as a table named `r` in a statement: one parameter however many they are, so one statement writes any number.
 * `columns` is SQL such as `id text, at int8`; names match the rows' keys, missing keys are null.
 */
export function recordset(rows: readonly object[], columns: string): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${json(rows)}::jsonb) as r(${sql.raw(columns)})`;
}

/** The row without its nulls: what the database calls null, our types call absent. */
export function present<T extends object>(row: T): Present<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Present<T>;
}

/** A row type whose nullable columns are optional. */
export type Present<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]>;
};

/** A type as the database tells it: what may be absent is null. */
export type Nullable<T> = { [K in keyof Required<T>]: undefined extends T[K] ? NonNullable<T[K]> | null : T[K] };

// JSON.stringify escapes exactly these: the character NUL and half of a surrogate pair, after an even number of backslashes.
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;

function unstorable(): StoreError {
  return new StoreError("unstorable", {
    en: {
      message: "A text holds a character that cannot be stored (NUL, or half of a surrogate pair).",
      hint: "Remove the character and send it again.",
    },
    da: {
      message: "En tekst indeholder et tegn, der ikke kan gemmes (NUL eller et halvt tegn).",
      hint: "Fjern tegnet, og send igen.",
    },
  });
}
