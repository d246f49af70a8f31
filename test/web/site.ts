// The pages for who is signed in, over a house in one process, asked as a browser does that is signed in.
import { createWeb } from "../../web/app.tsx";
import type { TestHouse } from "../support/house.ts";
import type { Seen } from "./answering.ts";

/** A browser: it keeps its cookies, follows where it is sent, and presses forms by their id. */
export function siteOf(house: TestHouse) {
  const app = createWeb({ fetch: (url, init) => house.api().app.request(url, init) });

  return {
    app,
    /** A browser of who holds the token; of somebody who is not signed in without one. */
    browser(token?: string, language: "da" | "en" = "da") {
      const jar = new Map<string, string>([["fremdrift-language", language]]);
      if (token !== undefined) jar.set("fremdrift-session", token);
      const send = async (path: string, init: RequestInit = {}): Promise<Seen & { path: string }> => {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
        const response = await app.request(path, { ...init, headers: { cookie, ...init.headers } });
        for (const set of response.headers.getSetCookie()) {
          const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
          if (/Max-Age=0/.test(set)) jar.delete(name);
          else jar.set(name, decodeURIComponent(value));
        }
        const to = response.headers.get("location");
        if (response.status === 303 && to?.startsWith("/")) return await send(to);
        return { status: response.status, headers: response.headers, html: await response.text(), path };
      };
      return {
        jar,
        get: (path: string) => send(path),
        /** Sends a form of the page with its hidden fields, and some filled in; with files, in the way that brings them. */
        press: async (page: Seen, id: string, fields: Record<string, string | string[] | File> = {}, headers = {}) => {
          const form = new RegExp(`<form method="post" action="([^"]*)" id="${id}"[^]*?</form>`).exec(page.html);
          if (!form) throw new Error(`no form «${id}» on the page: ${page.html.replace(/^[^]*<main/, "<main")}`);
          const hasFile = Object.values(fields).some((value) => value instanceof File);
          if (hasFile && !form[0].includes('enctype="multipart/form-data"')) throw new Error(`«${id}» takes no file`);
          const body = hasFile ? new FormData() : new URLSearchParams();
          for (const [, name = "", value = ""] of form[0].matchAll(
            /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
          ))
            if (!(name in fields)) body.append(name, unescaped(value));
          for (const [name, value] of Object.entries(fields))
            for (const one of [value].flat()) body.append(name, one as string);
          const sent = { "sec-fetch-site": "same-origin", ...headers };
          return await send(unescaped(form[1]!), { method: "POST", body, headers: sent });
        },
        send,
      };
    },
  };
}

const unescaped = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
