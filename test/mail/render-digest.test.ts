import { describe, expect, it } from "vitest";
import { renderDigest } from "../../mail/render.ts";
import { decision, homework, LINKS, local, meeting, model, reader } from "./models.ts";

const at = local("2027-08-16T07:00");
const due = (day: string) => ({ deadline: local(`2027-${day}T23:59`), at: local("2027-08-13T09:00") });
const named = (name: string) => ({ title: { da: name, en: name } });

const MODELS = [
  model("task-first", named("Uden dato")),
  homework("homework-2", { ...due("08-18"), ...named("Hjemmearbejdet") }),
  meeting("meeting-2", { start: local("2027-08-17T09:00"), end: local("2027-08-17T10:00"), at, ...named("Mødet") }),
  decision("decision-7", { ...due("08-23"), ...named("Afgørelsen") }),
  decision("decision-overdue", { ...due("08-13"), ...named("Den forsinkede afgørelse") }),
  homework("homework-overdue", {
    ...due("08-12"),
    ...named("Det forsinkede"),
    network: "n2",
    networkTitle: "Netværk 2",
  }),
];
const titles = (html: string) => [...html.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, title]) => title);

describe("a digest", () => {
  const digest = renderDigest(MODELS, reader("da"), LINKS, at);

  it("says how much and which day", () => {
    expect(digest.subject).toBe("6 ting fra dine netværk i dag – mandag den 16. august 2027");
    expect(renderDigest(MODELS, reader("en"), LINKS, at).subject).toBe(
      "6 things from your networks today – Monday 16 August 2027",
    );
    expect(renderDigest(MODELS.slice(0, 1), reader("da"), LINKS, at).subject).toMatch(
      /^1 ting fra dit netværk i dag – mandag/,
    );
  });
  it("has what is overdue first, then decisions, then the nearest date, and last what has none", () => {
    const order = ["Det forsinkede", "Den forsinkede afgørelse", "Afgørelsen", "Mødet", "Hjemmearbejdet", "Uden dato"];
    expect(titles(digest.html)).toEqual(order);
    expect([...digest.text.matchAll(/^\* (.*)$/gm)].map(([, title]) => title)).toEqual(order);
  });
  it("counts days from the day it goes", () => {
    expect(digest.text).toContain("skal være færdigt om 2 dage");
    expect(digest.text).toContain("I morgen er der »Mødet«");
    expect(renderDigest(MODELS.slice(1, 2), reader("da"), LINKS).text).toContain("om 5 dage");
  });
  it("has one link for each matter", () => {
    const links = (id?: string) => {
      const answerUrl = ({ purpose }: { purpose: string }) =>
        purpose === "decide" ? undefined : `https://x.example/${purpose}`;
      const { html } = renderDigest(MODELS, { ...reader("da"), ...(id && { id }) }, { ...LINKS, answerUrl }, at);
      return [...html.matchAll(/href="([^"]*)"[^>]*>([^<]*)</g)].map(([, href, words]) => `${words} ${href}`);
    };
    const network = "https://fremdrift.example/networks";
    expect(links()).toHaveLength(6);
    expect(links("p1")).toEqual([
      "Aflevér https://x.example/deliver",
      `Læs, og tag stilling ${network}/n1`,
      `Læs, og tag stilling ${network}/n1`,
      "Svar, om du kommer https://x.example/answer",
      "Aflevér https://x.example/deliver",
      `Se planen ${network}/n1`,
    ]);
  });
  it("names each matter's network, and can be chosen away", () => {
    expect(digest.text).toMatch(/Netværk 2/);
    expect(digest.unsubscribe).toBe("https://fremdrift.example/profile#mail");
  });
  it("is none without a matter", () => {
    expect(() => renderDigest([], reader("da"), LINKS)).toThrow(/at least one/);
  });
});
