// A page in our frame that only says what is the matter, and what to do.
import type { Context } from "hono";
import { Matter } from "../answer.tsx";
import { framed } from "./frame.tsx";
import type { Language } from "../words-shape.ts";

/** Answers with such a page. `said`: its heading, what is the matter, and what to do. */
export function matterPage(
  c: Context,
  language: Language,
  said: readonly [title: string, detail: string, hint: string],
  status: number,
): Response | Promise<Response> {
  const [title, detail, hint] = said;
  return framed(c, { language, title, body: <Matter title={title} detail={detail} hint={hint} />, status });
}
