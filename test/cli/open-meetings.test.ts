// The commands about open meetings and date polls, against an API that answers as told.
import { expect, test } from "vitest";
import { fremdrift, given } from "./given.ts";

test("polls says how many can come when, and who has not answered", async () => {
  const count = { yes: 1, maybe: 0, no: 2, best: false };
  const dates = [
    { ...count, start: "2027-03-16T09:00:00+01:00" },
    { ...count, start: "2027-03-17T09:00:00+01:00", yes: 3, best: true },
  ];
  const poll = { item: "m5", title: "Temadag", state: "open", dates, answered: 3, missing: ["a@example.org"] };
  const { env } = await given({ "GET /api/networks/n1/polls": () => ({ body: [poll] }) });
  expect((await fremdrift("network polls n1 --lang en", env)).out).toBe(
    "m5 Temadag: open\n    16 Mar 2027 09:00: yes 1, maybe 0, no 2\n  * 17 Mar 2027 09:00: yes 3, maybe 0, no 2\n  no answer from: a@example.org\n",
  );
});

test("signups says who has a seat, who waits, and the link", async () => {
  const one = { item: "m5", title: "Temadag", state: "open", capacity: 1, link: "https://x.example/s/t" };
  const people = { seated: 1, waited: 1, seats: ["a@example.org"], waiting: ["b@example.org"] };
  const { env } = await given({ "GET /api/networks/n1/sign-ups": () => ({ body: [{ ...one, ...people }] }) });
  expect((await fremdrift("network signups n1", env)).out).toBe(
    "m5 Temadag: åben for tilmelding\n  https://x.example/s/t\n  pladser: 1/1\n    1. a@example.org\n  venteliste: 1\n    1. b@example.org\n",
  );
});
