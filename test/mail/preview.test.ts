import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { CATALOGUE } from "../../mail/catalogue.ts";
import { lettered, SAMPLES } from "../../mail/preview-samples.ts";
import { createPreviews } from "../../mail/previews.tsx";
import { reasonOf } from "../../mail/reasons.ts";

const BOTH = ["da", "en"] as const;

const rules = (): string[] => {
  const file = new URL("../../programmes/data/methods/common.yaml", import.meta.url);
  return Object.keys((parse(readFileSync(file, "utf8")) as { reminders: object }).reminders);
};
const textOf = (id: string, language: "da" | "en") =>
  lettered(
    SAMPLES.find((one) => one.id === id)!,
    language,
  );

describe("the samples", () => {
  it("hold every rule of the common programme, each with texts of its own", () => {
    expect(rules().length).toBeGreaterThan(9);
    expect(rules().filter((rule) => !SAMPLES.some(({ models }) => models[0].rule === rule))).toEqual([]);
    expect(rules().filter((rule) => reasonOf(rule) === "news")).toEqual([]);
  });
  it("hold every reason to write", () => {
    const shown = new Set(SAMPLES.flatMap(({ models }) => models.map(({ rule }) => reasonOf(rule))));
    expect(Object.keys(CATALOGUE.da).filter((reason) => !shown.has(reason as never))).toEqual([]);
  });
  it("have each a name of its own", () => {
    expect(new Set(SAMPLES.map(({ id }) => id)).size).toBe(SAMPLES.length);
  });
  it.each(SAMPLES)("$id is a whole letter in both languages, and says why the reader gets it", (sample) => {
    const [da, en] = [lettered(sample, "da"), lettered(sample, "en")];
    expect(da.subject).not.toBe(en.subject);
    expect(da.text).toContain("Du får denne mail, fordi du");
    expect(en.text).toContain("You get this mail because ");
    for (const { subject, text, html } of [da, en]) {
      expect(subject + text + html).not.toMatch(/undefined|null|NaN|\[object|-\d+ da/);
      expect(subject.length).toBeLessThan(140);
      expect(html.match(/<h1\b/g)).toHaveLength(1);
      for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(text).toContain(`:\n${href}`);
    }
  });
});

// What the reader sees first: the subject, in both languages.
it.each([
  ["minutes-3", "Referatet mangler: Møde 3", "The minutes are missing: Meeting 3"],
  ["decision-substitute", "Som stedfortræder: tag stilling til Fælles", "As a substitute: please decide on Joint"],
  ["decision-chair", "Netværket venter på en beslutning: Fælles", "The network waits for a decision: Joint"],
  ["decision-forum", "Stadig ikke besluttet: Fælles", "Still not decided: Joint"],
  [
    "phase-overdue",
    "Fasen Opdagelse skulle være slut – fredag den 28.",
    "The phase Discovery should have ended – Friday",
  ],
  ["phase-codriver", "Fasen Opdagelse trækker ud – den", "The phase Discovery drags on – it should"],
  ["task-first", "Nu er det tid: Interview", "It is time: Interviews"],
  ["task-2", "Om 2 dage: frist for opgaven Interview", "In 2 days: deadline of the task Interviews"],
  ["task-overdue", "Fristen er overskredet: opgaven Interview", "The deadline has passed: the task Interviews"],
  ["task-codriver", "En opgave er forsinket: Interview", "A task is late: Interviews"],
  ["followUp-2", "Om 2 dage: næste skridt for Fælles", "In 2 days: next step for A shared"],
  ["followUp-overdue", "Fristen er overskredet: næste skridt", "The deadline has passed: next step"],
  [
    "date-28",
    "Mangler en dato: Møde 5 – tidsrummet begynder mandag",
    "Needs a date: Meeting 5 – its period begins Monday",
  ],
  [
    "date-0",
    "Mangler stadig en dato: Møde 5 – tidsrummet begynder i dag",
    "Still needs a date: Meeting 5 – its period begins",
  ],
  ["idea-approved", "Godkendt: Fælles", "Approved: A shared"],
  ["idea-adjusted", "Justeres og testes igen: Fælles", "To be adjusted and tested again: A shared"],
  ["idea-discarded", "Kasseret: Fælles", "Discarded: A shared"],
  ["idea-abandoned", "Testen er opgivet: Fælles", "The test is abandoned: A shared"],
  ["network-closed", "Netværket Mad uden spild er afsluttet", "The network Mad uden spild has ended"],
  ["network-stopped", "Netværket Mad uden spild er stoppet", "The network Mad uden spild is stopped"],
  [
    "digest",
    "4 ting fra dine netværk i dag – onsdag den 28. april 2027",
    "4 things from your networks today – Wednesday",
  ],
])("a letter of %s begins with what and when", (id, da, en) => {
  expect(textOf(id, "da").subject.slice(0, da.length)).toBe(da);
  expect(textOf(id, "en").subject.slice(0, en.length)).toBe(en);
});

// What only one kind of letter tells.
it.each([
  ["meeting-14", "Se dagsordenen", "See the agenda"],
  ["decision-chair", "Fristen var: fredag den 20. august", "Deadline was: Friday 20 August"],
  ["decision-2", "Runde: 2", "Round: 2"],
  ["minutes-3", "Blev holdt: torsdag den 11. marts", "Was held: Thursday 11 March"],
  ["minutes-3", "blev holdt for 4 dage siden", "was held 4 days ago"],
  ["decision-substitute", "fordi du er stedfortræder for Bo Eksempel", "because you are the substitute of Bo Eksempel"],
  [
    "task-2-substitute",
    "Som stedfortræder for Bo Eksempel kan du svare eller handle i stedet.",
    "As the substitute of Bo Eksempel, you can answer or act instead.",
  ],
  ["task-2-substitute", "(på vegne af Bo Eksempel)", "(on behalf of Bo Eksempel)"],
  ["phase-overdue", "Planlagt slut: fredag den 28. maj 2027", "Planned end: Friday 28 May 2027"],
  ["phase-overdue", "Mangler:\n– Opdagelser fra mindst", "Still missing:\n– Discoveries from at least"],
  ["task-2", "Færdig senest: fredag den 18. juni", "Done by: Friday 18 June"],
  ["followUp-2", "Færdig senest: fredag den 1. oktober", "Done by: Friday 1 October"],
  [
    "date-28",
    "Tidsrum: mandag den 3. maj 2027 – søndag den 16. maj 2027\n",
    "Period: Monday 3 May 2027 – Sunday 16 May 2027\n",
  ],
])("a letter of %s tells it", (id, da, en) => {
  expect(textOf(id, "da").text).toContain(da);
  expect(textOf(id, "en").text).toContain(en);
});

describe("the pages", () => {
  const app = new Hono().route("/mailbox/previews", createPreviews());
  const linksOf = async (path: string) => {
    const answer = await app.request(path);
    expect(answer.status).toBe(200);
    const targets = [...(await answer.text()).matchAll(/href="([^"]*)"/g)].map(
      ([, href]) => new URL(href!, `http://host${path}`),
    );
    return targets.map(({ pathname, search }) => pathname + search);
  };

  it.each(["/mailbox/previews", "/mailbox/previews/"])(
    "lead from %s to every letter, to the mailbox and to English",
    async (path) => {
      const [english, mailbox, ...letters] = await linksOf(path);
      expect(mailbox).toBe("/mailbox/");
      expect(letters).toEqual(
        SAMPLES.flatMap(({ id }) => [`/mailbox/previews/${id}`, `/mailbox/previews/${id}?lang=en`]),
      );
      expect(await (await app.request(english!)).text()).toContain("Every letter that Fremdrift can send");
      for (const letter of letters) expect((await app.request(letter)).status).toBe(200);
    },
  );
  it.each(BOTH)("show subject, text and the sandboxed letter in %s", async (language) => {
    const path = `/mailbox/previews/homework-2?lang=${language}`;
    const { subject, text, html } = textOf("homework-2", language);
    const shown = (await (await app.request(path)).text()).replaceAll("&#39;", "'");
    expect(shown).toContain(`<h1>${subject}</h1>`);
    expect(shown).toContain(text);
    expect(shown).toContain(`lang="${language}"`);
    const [, src] = /<iframe src="([^"]*)"/.exec(shown)!;
    const part = await app.request(new URL(src!, `http://host${path}`).href);
    expect(part.headers.get("content-security-policy")).toMatch(/^sandbox allow-popups .*default-src 'none'/);
    expect((await part.text()).replace('<base target="_blank">', "")).toBe(html);
    expect(await linksOf(path)).toContain(`/mailbox/previews${language === "en" ? "?lang=en" : ""}`);
  });
  it.each(["/mailbox/previews/nothing", "/mailbox/previews/nothing/html"])(
    "say so where there is no letter: %s",
    async (path) => {
      const answer = await app.request(path);
      expect(answer.status).toBe(404);
      const [, back] = [...(await answer.text()).matchAll(/href="([^"]*)"/g)].map(([, href]) => href!);
      expect(new URL(back!, `http://host${path}`).pathname).toBe("/mailbox/previews");
    },
  );
});
