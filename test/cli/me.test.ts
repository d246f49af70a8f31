// The command by which a person sees and changes how they get mail.
import { expect, test } from "vitest";
import { fremdrift, given } from "./given.ts";

const ME = { name: "Kim Holm", email: "kim@example.org", language: "da", digest: false };

test("me shows whose the token is, and how they get mail", async () => {
  const { env, calls } = await given({ "GET /api/me": () => ({ body: ME }) });
  const done = await fremdrift("me", env);
  expect([done.code, done.err]).toEqual([0, ""]);
  expect(done.out).toBe("Kim Holm <kim@example.org>\nMails på dansk; påmindelser hver for sig.\n");
  expect((await fremdrift("me --json", env)).json()).toEqual(ME);
  expect(calls.map(({ method }) => method)).toEqual(["GET", "GET"]);
});

test("me changes what is said, and leaves the rest as it is", async () => {
  const { env, calls } = await given({
    "PATCH /api/me": ({ body }) => ({ body: { ...ME, ...(body as object) } }),
  });
  const both = await fremdrift("me --language en --digest on --lang en", env);
  expect(both.out).toBe("Kim Holm <kim@example.org>\nMails in English; reminders in one mail a day.\n");
  await fremdrift("me --digest off", env);
  expect(calls.map(({ body }) => body)).toEqual([{ language: "en", digest: true }, { digest: false }]);
});

test.for([
  ["me --language fr", "--language «fr»"],
  ["me --digest yes", "--digest «yes»"],
])("%s is refused before anything is asked", async ([line, about]) => {
  const { env, calls } = await given({});
  const done = await fremdrift(`${line} --lang en`, env);
  expect(done.code).toBe(2);
  expect(done.err).toContain(about);
  expect(calls).toEqual([]);
});
