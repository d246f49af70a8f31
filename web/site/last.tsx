// What is answered where no page is, and where one breaks: a page in our frame, with what to do.
import type { Hono } from "hono";
import { speak, type Cookies } from "./at.ts";
import { matterPage } from "./matter.tsx";
import { SITE_WORDS } from "./words.ts";

/** What is not for people's eyes, and answers for itself. */
const NOT_PAGES = /^\/(?:api|calendars|mailbox|healthz|readyz)(?:\/|$)/;

/** Adds it to an app, after all its pages. `log`: gets what broke; nobody is shown its insides. */
export function addLast(app: Hono, { cookies, log }: { cookies: Cookies; log: (line: string) => void }): void {
  app.on(["GET", "POST"], "*", (c) => {
    if (NOT_PAGES.test(c.req.path)) return c.notFound();
    const language = speak(c, cookies);
    return matterPage(c, language, SITE_WORDS[language].nowhere, 404);
  });
  app.onError((error, c) => {
    log(`a page broke: ${error.stack ?? error.message}`);
    const language = speak(c, cookies);
    return matterPage(c, language, SITE_WORDS[language].broken, 500);
  });
}
