// What the parts of a programme file's shape are made of.
import { z } from "zod";
import type { Text } from "./types.ts";

/** Most weeks, days and counts that a programme may speak of: beyond it a number is a slip. */
const MOST = 1000;

/** An object without other keys. The message of an unknown key carries the known ones; issues.ts makes the sentence. */
export const strict = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? Object.keys(shape).join(" ") : undefined),
  });

/** What is said of a value that does not hold, after the name of its place, and what to write instead. */
export const must = (message: Text, hint?: Text) => ({ params: { ...message, ...(hint && { hint }) } });

export const count = z.int().min(0).max(MOST);
export const number = z.number().min(0).max(MOST);
export const dayCount = z.int().min(-MOST).max(MOST);
export const week = z.int().min(1).max(MOST);
export const words = z.string().min(1);
export const id = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/);
export const text = strict({ da: words, en: words }).meta({ id: "Text" }) satisfies z.ZodType<Text>;
/** A part whose entries are written by id. */
export const byId = <T extends z.ZodType>(part: T) => z.record(id, part);
