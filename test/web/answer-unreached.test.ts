// The page behind a mail's link when the API does not answer, or not in time: nothing typed is lost, nothing happens twice.
import { expect, test } from "vitest";
import type { AnswerLinkJson } from "../../api/client.ts";
import { createWeb } from "../../web/app.tsx";
import { wordsOf } from "./answering.ts";

const LINK: AnswerLinkJson = {
  network: { id: "n1", title: "Mad" },
  person: { firstName: "Maja", language: "da" },
  language: "da",
  purpose: "decide",
  kind: "idea",
  subject: "idea:i1",
  title: "Kortere vej",
  zone: "Europe/Copenhagen",
  until: "2027-04-01T00:00:00Z",
  open: true,
  choices: [{ choice: "discard", needs: ["reason"] }],
  idea: { round: 1, rounds: 3 },
};
const json = (status: number, body: object) => Response.json(body, { status });
const problem = (status: number, code: string) =>
  json(status, { type: "about:blank", title: "T", status, code, detail: "D", hint: "npx fremdrift doctor" });

/** Pages over an API that answers a POST so; with the keys it was sent under. */
function webWith(onPost: () => Response) {
  const keys: (string | null)[] = [];
  const fetch = (_: string, init: RequestInit) => {
    if (init.method === "GET") return json(200, LINK);
    keys.push(new Headers(init.headers).get("idempotency-key"));
    return onPost();
  };
  const app = createWeb({ fetch });
  const press = async (key: string, reason = "For dyrt") => {
    const body = new URLSearchParams({ key, choice: "discard", reason });
    const response = await app.request("/a/token", { method: "POST", body });
    return { status: response.status, headers: response.headers, html: await response.text() };
  };
  return { press, keys };
}

test.each([
  [503, "no-temporal", 503, "Vi har ikke fået bekræftet, at dit svar er gemt"],
  [409, "criteria", 409, "Noget andet skal være på plads først."],
  [403, "not-allowed", 403, "Din rolle i netværket giver ikke ret til det."],
  [500, "bug", 503, "det sker kun én gang"],
])("a %i of the API is said in plain words, and what was typed is kept", async (status, code, shown, words) => {
  const { press } = webWith(() => problem(status, code));
  const seen = await press("k1");
  expect(seen.status).toBe(shown);
  expect(wordsOf(seen)).toContain(words);
  expect(wordsOf(seen)).not.toContain("npx");
  expect(seen.html).toMatch(/aria-describedby="reason-hint">For dyrt<\/textarea>/);
});

test("pressed again after no answer came, it is the same change; with other words it is another", async () => {
  const answers = [problem(503, "no-temporal"), problem(503, "no-temporal"), json(200, {}), json(200, {})];
  const { press, keys } = webWith(() => answers.shift()!);
  const first = await press("k1");
  const kept = /name="key" value="([^"]*)"/.exec(first.html)![1]!;
  await press(kept);
  expect((await press(kept)).status).toBe(303);
  await press(kept, "For dyrt alligevel");
  expect(new Set(keys.slice(0, 3)).size).toBe(1);
  expect(new Set(keys).size).toBe(2);
});

test("where nobody answers, the page says so and that nothing happened", async () => {
  const app = createWeb({ fetch: () => Promise.reject(new Error("down")) });
  for (const method of ["GET", "POST"]) {
    const response = await app.request("/a/token", { method });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("Siden kan ikke hentes lige nu");
  }
});
