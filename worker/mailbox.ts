// The caught mails in a browser. The link carries a key once; a cookie keeps it after that.
import { timingSafeEqual } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { getCookie, setCookie } from "hono/cookie";
import type { Catcher } from "../mail/catcher.ts";
import { createMailbox } from "../mail/mailbox.tsx";

const PLACE = "/mailbox";
const COOKIE = "fremdrift-mailbox";

/** Mounts the mailbox; answers the path, with its key, to open. */
export function mountMailbox(app: OpenAPIHono, catcher: Catcher, key: string): string {
  const fits = (given: string | undefined) =>
    given !== undefined && given.length === key.length && timingSafeEqual(Buffer.from(given), Buffer.from(key));
  app.use(`${PLACE}/*`, async (c, next) => {
    const given = c.req.query("key");
    if (fits(given)) {
      setCookie(c, COOKIE, key, { httpOnly: true, sameSite: "Strict", path: PLACE });
      return c.redirect(`${PLACE}/`);
    }
    if (fits(getCookie(c, COOKIE))) return await next();
    return c.text(
      "Åbn postkassen med det link, som «npm start» viser. / Open the mailbox with the link that «npm start» shows.",
      401,
    );
  });
  app.route(PLACE, createMailbox(catcher));
  return `${PLACE}/?key=${key}`;
}
