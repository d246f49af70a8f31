// Answers by link, and which mail can be chosen away.
import { describe, expect, it } from "vitest";
import type { Links } from "../../mail/render.ts";
import { render } from "../../mail/render.ts";
import { PALETTE, READ_TOGETHER } from "../../mail/letter-style.ts";
import { decision, homework, LINKS, meeting, model, reader } from "./models.ts";

const NETWORK = "https://fremdrift.example/networks/n1";
const answering: Links = {
  ...LINKS,
  answerUrl: ({ network, subject, person, purpose }) =>
    `https://x.example/a/${network}.${subject}.${person}.${purpose}`,
};
const known = (language: "da" | "en" = "da") => ({ ...reader(language), id: "p1" });
const hrefs = (html: string) =>
  [...html.matchAll(/href="([^"]*)"[^>]*>([^<]*)</g)].map(([, href, words]) => [words, href]);

const ofMeeting = "https://x.example/a/n1.item:meeting1.p1.answer?choose=";
const ofIdea = "https://x.example/a/n1.idea:a.p1.decide?choose=";
const RSVP = [
  ["Ja, jeg kommer", `${ofMeeting}accepted`],
  ["Måske", `${ofMeeting}tentative`],
  ["Nej", `${ofMeeting}declined`],
];
const VERDICTS = [
  ["Godkend", `${ofIdea}approve`],
  ["Justér", `${ofIdea}adjust`],
  ["Kassér", `${ofIdea}discard`],
];
const DELIVERY = [["Aflevér", "https://x.example/a/n1.item:H2.p1.deliver"]];
const STAND = [["Tag stilling", "https://x.example/a/n1.item:profile.p1.decide"]];

describe("a mail with answers by link", () => {
  it.each([
    [meeting("meeting-invitation"), RSVP],
    [meeting("meeting-moved"), RSVP],
    [meeting("meeting-14"), RSVP, "Se dagsordenen"],
    [meeting("meeting-3"), RSVP],
    [homework("homework-7"), DELIVERY, "Se hjemmearbejdet"],
    [homework("homework-overdue"), DELIVERY, "Se hjemmearbejdet"],
    [decision("decision-requested"), VERDICTS, "Læs, hvad der er kommet frem"],
    [decision("decision-substitute"), VERDICTS, "Læs, hvad der er kommet frem"],
    [decision("decision-2", { subject: "item:profile" }), STAND, "Læs, hvad der er kommet frem"],
  ])("lets the reader of $rule answer, and leads to what it is about", (about, expected, more = "Se mødet") => {
    const { html, text } = render(about, known(), answering);
    expect(hrefs(html)).toEqual([...expected, [more, NETWORK]]);
    for (const [words, href] of hrefs(html)) expect(text).toContain(`\n\n${words}:\n${href}\n`);
    const buttons = html
      .match(/<td class="button"[^>]*><a [^>]*style="[^"]*"/g)!
      .map((button) => button.replace(/href="[^"]*"/, ""));
    expect(buttons).toHaveLength(expected.length);
    expect(new Set(buttons).size).toBe(1);
  });
  it.each([
    meeting("meeting-cancelled"),
    meeting("minutes-3"),
    homework("homework-lead"),
    decision("decision-chair"),
    decision("decision-forum"),
    model("network-stopped"),
  ])("has none for $rule, which only tells", (about) => {
    expect(hrefs(render(about, known(), answering).html)).toEqual([[expect.any(String), NETWORK]]);
  });
  it("has none for a reader nobody knows by an id, and none where there is no page for it", () => {
    const about = meeting("meeting-invitation");
    const plain = [["Se mødet, og svar", NETWORK]];
    expect(hrefs(render(about, reader("da"), answering).html)).toEqual(plain);
    expect(hrefs(render(about, known(), { ...LINKS, answerUrl: () => undefined }).html)).toEqual(plain);
  });
});

describe("mail that can be chosen away", () => {
  const wayOut = (rule: string, base = LINKS.base) => render(meeting(rule), reader("da"), { base }).unsubscribe;

  it.each([
    "meeting-7",
    "meeting-14",
    "homework-2",
    "homework-overdue",
    "task-first",
    "minutes-3",
    "phase-overdue",
    "date-0",
  ])("is a reminder: %s", (rule) => expect(wayOut(rule)).toBe("https://fremdrift.example/profile#mail"));
  it.each([
    "meeting-invitation",
    "meeting-moved",
    "meeting-cancelled",
    "decision-requested",
    "decision-7",
    "network-stopped",
    "x.y",
  ])("is not what changes something or awaits a decision: %s", (rule) => expect(wayOut(rule)).toBeUndefined());
  it("says no way out where the page is not reached by https", () => {
    expect(wayOut("meeting-7", "http://localhost:7007")).toBeUndefined();
    expect(wayOut("meeting-7", "https://f.example/")).toBe("https://f.example/profile#mail");
  });
});

describe.each(["light", "dark"] as const)("the %s colours", (scheme) => {
  it.each(READ_TOGETHER)("%s can be read on %s", (ink, ground) => {
    expect(contrast(PALETTE[scheme][ink], PALETTE[scheme][ground])).toBeGreaterThanOrEqual(4.5);
  });
});

/** Contrast of two colours as WCAG 2 has it, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

it("knows black from white", () => expect(contrast("#000000", "#ffffff")).toBeCloseTo(21));

describe("a letter to who stands in for others", () => {
  const asked = decision("decision-requested", { insteadOf: ["Bo Eksempel", "Ida\nEksempel"] });

  it.each([
    ["da", "Som stedfortræder for Bo Eksempel og Ida Eksempel kan du", "(på vegne af Bo Eksempel og Ida Eksempel)"],
    ["en", "As the substitute of Bo Eksempel and Ida Eksempel, you", "(on behalf of Bo Eksempel and Ida Eksempel)"],
  ] as const)("names them in %s", (language, lead, why) => {
    const { text } = render(asked, known(language), LINKS);
    expect(text).toContain(lead);
    expect(text).toContain(why);
  });
});

describe("an agenda", () => {
  const points = [{ title: "Velkomst", minutes: 10, who: "Bo" }, { title: "Ordet\n<er> frit" }];

  it.each([
    ["da", "Dagsorden:\n– Velkomst (10 min., Bo)\n– Ordet <er> frit\n"],
    ["en", "Agenda:\n– Velkomst (10 min., Bo)\n– Ordet <er> frit\n"],
  ] as const)("is a line for each point, in %s, and nothing of it is HTML", (language, lines) => {
    const { text, html } = render(meeting("meeting-14", { agenda: points }), known(language), LINKS);
    expect(text).toContain(lines);
    expect(html).toContain("&lt;er&gt;");
  });
});
