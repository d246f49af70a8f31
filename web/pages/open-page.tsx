// Pages that anybody may open: with the menu of who is signed in, where somebody is.
import type { Child } from "hono/jsx";
import { clientWith, hear, readCookie, speak, type At } from "../site/at.ts";
import { framed } from "../site/frame.tsx";
import { whoIs, type Site } from "../site/site.tsx";
import type { Language } from "../words-shape.ts";

/** Adds such a page. It only says something: it reads nothing of any network. */
export function openPage(
  { app, ask, cookies }: Site,
  path: string,
  make: (language: Language) => { title: string; body: Child },
): void {
  app.get(path, async (c) => {
    const language = speak(c, cookies);
    const token = readCookie(c, "session", cookies);
    const api = clientWith(ask, language, token);
    const me = token === undefined ? undefined : await whoIs(api).catch(() => undefined);
    const said = hear(c, cookies);
    const { title, body } = make(language);
    const own: At | undefined = me && { c, language, api, path, me };
    const whole = (
      <>
        {said !== undefined && (
          <div class="said" role="status">
            <p>{said}</p>
          </div>
        )}
        {body}
      </>
    );
    return await framed(c, { language, title, body: whole, ...(own && { at: own }) });
  });
}
