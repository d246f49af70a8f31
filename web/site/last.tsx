// What is answered where no page is, and where one breaks: a page in our frame, with what to do.
import type { Hono } from "hono";
import { Matter } from "../answer.tsx";
import { speak, type Cookies } from "./at.ts";
import { framed } from "./frame.tsx";
import { SITE_WORDS } from "./words.ts";

/** What is not for people's eyes, and answers for itself. */
const NOT_PAGES = /^\/(?:api|calendars|mailbox|healthz|readyz)(?:\/|$)/;

/** Adds it to an app, after all its pages. `log`: gets what broke; nobody is shown its insides. */
export function addLast(app: Hono, { cookies, log }: { cookies: Cookies; log: (line: string) => void }): void {
  app.on(["GET", "POST"], "*", (c) => {
    if (NOT_PAGES.test(c.req.path)) return c.notFound();
    const language = speak(c, cookies);
    const [title, detail, hint] = SITE_WORDS[language].nowhere;
    return framed(c, { language, title, body: <Matter title={title} detail={detail} hint={hint} />, status: 404 });
  });
  app.onError((error, c) => {
    log(`a page broke: ${error.stack ?? error.message}`);
    const language = speak(c, cookies);
    const [title, detail, hint] = SITE_WORDS[language].broken;
    return framed(c, { language, title, body: <Matter title={title} detail={detail} hint={hint} />, status: 500 });
  });
}
