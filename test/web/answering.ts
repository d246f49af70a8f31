// The pages over a house in one process, asked as a browser does.
import { createWeb } from "../../web/app.tsx";
import type { TestHouse } from "../support/house.ts";

export type Seen = { status: number; headers: Headers; html: string };

/** Asks for pages and sends forms; `path` begins with a slash. */
export function webOf(house: TestHouse) {
  const app = createWeb({ fetch: (url, init) => house.api().app.request(url, init) });
  const seen = async (response: Response): Promise<Seen> => ({
    status: response.status,
    headers: response.headers,
    html: await response.text(),
  });
  return {
    app,
    get: async (path: string, headers: Record<string, string> = {}, method = "GET") =>
      await seen(await app.request(path, { method, headers })),
    /** Sends the form as it stands on a page, its hidden fields with it, and some of its fields filled. */
    press: async (page: Seen, fields: Record<string, string | string[]> = {}, headers: Record<string, string> = {}) => {
      const action = /<form method="post" action="([^"]*)"/.exec(page.html)?.[1];
      if (action === undefined) throw new Error(`no form on the page: ${page.html}`);
      const body = new URLSearchParams({ key: /name="key" value="([^"]*)"/.exec(page.html)![1]! });
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
      const sent = { "sec-fetch-site": "same-origin", ...headers };
      return await seen(await app.request(action.replaceAll("&amp;", "&"), { method: "POST", body, headers: sent }));
    },
  };
}

/** The words of a page, its tags and entities away, each run of space one. */
export function wordsOf({ html }: Seen): string {
  const text = html.replace(/^[^]*<main>/, "").replaceAll(/<[^>]+>/g, " ");
  const named = text
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<");
  return named.replaceAll("&gt;", ">").replaceAll(/\s+/g, " ").trim();
}
