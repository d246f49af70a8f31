// The content of a report: what it says is what happened, its numbers add up, and nobody's name is in it unasked.
import { describe, expect, test } from "vitest";
import { reportHtml } from "../../programmes/export/report/html.ts";
import { moneyText, numberText } from "../../programmes/export/report/numbers.ts";
import { reported, reportIn, SHIPPED, textOf } from "./report-given.ts";
import { line, sampleOf } from "./shipped.ts";

const [P1, , P3, P4, P5] = SHIPPED as [string, string, string, string, string];
const LAST = "2030-12-31";
const p1 = await reported(P1, "2027-10-31");

describe("the report of P1", () => {
  const { report } = p1;

  test("says on its first page who took part, what was tested, what was decided, and what comes next", () => {
    expect(report.status).toBe(
      "Afsluttet 1. sep. 2027. Beslutning for netværket: spredes. To idéer er givet videre; netværket har gjort sit.",
    );
    expect(report.asOf).toBe("Sådan stod det 31. okt. 2027");
    expect(report.period).toBe("1. feb. 2027 – 1. sep. 2027");
    expect(report.purpose.join(" ")).toContain("Færre ventedage for borgeren.");
    expect(report.numbers.map(({ value, label }) => `${value} ${label}`)).toEqual([
      "12 deltagere",
      "5 møder holdt",
      "4 opdagelser",
      "8 idéer",
      "3 idéer testet",
      "2 idéer godkendt",
    ]);
    const [who, tested, decided] = report.summary;
    expect(who!.lines[0]).toBe("12 deltagere fra 8 organisationer.");
    expect(tested!.lines).toContain("Ring op før borgeren ringer: Genkald faldt fra 31 til 12 om ugen.");
    expect(tested!.lines).toHaveLength(3);
    expect(decided!.lines).toContain(
      "Aftaler om aftenen er kasseret. Begrundelse: For få kommer; dyrt at holde åbent.",
    );
    expect(report.next.map(({ what, who, to, due, state }) => [what, who, to, due, state])).toEqual([
      ["Ring op før borgeren ringer skaleres", "Netværksleder", "Alle telefonvagter", "31. dec. 2027", "åben"],
      ["Sms når sagen flytter sig spredes", "Netværksleder", "Jobcenter og Teknik", "31. mar. 2028", "åben"],
    ]);
  });

  test("follows an idea through its rounds, with each decision and its reason", () => {
    const idea = report.ideas!.find(({ title }) => title.startsWith("Sms"))!;
    expect(idea).toMatchObject({ fate: "approved", state: "godkendt" });
    expect(idea.rounds.map(({ title, outcome, reason }) => [title, outcome, reason])).toEqual([
      ["Runde 1", "justeres 27. jul. 2027 af referenceleder", "Skriv beskeden om sammen med borgere, og prøv igen."],
      ["Runde 2", "godkendt 26. aug. 2027 af referenceleder", undefined],
    ]);
    expect(idea.rounds[0]!.facts.map(({ label }) => label)).toEqual([
      "Hvor",
      "Hvad blev prøvet",
      "Hvordan blev det målt",
      "Resultat",
    ]);
    expect(report.ideas!.map(({ fate }) => fate)).toEqual([
      "approved",
      "approved",
      "discarded",
      ...Array<string>(5).fill("captured"),
    ]);
  });

  test("tells the story by phases, and how late one was", () => {
    const chapter = (title: string) => report.story.find((one) => one.title === title)!;
    expect(chapter("Fokusering").lines.join()).toContain("Hvordan kan vi gøre ventetiden");
    expect(chapter("Opdagelse").lines).toContain("»Jeg tør ikke gå fra telefonen.« (borger).");
    expect(chapter("Netværksdesign").lines).toContain("Møde 1 holdt 18. mar. 2027.");
    expect(chapter("Test")).toMatchObject({ late: "40 dage senere end planlagt" });
    expect(chapter("Prioritering").late).toBeUndefined();
  });

  test("says what nobody has noted", () => {
    expect(report.unsaid).toContain("Hvem der mødte frem");
    expect(report.unsaid).not.toContain("Arbejdstid");
    expect(report.unsaid.join()).toMatch(/Om disse opgaver er gjort: .*Planlæg test/);
    expect(report.unsaid.join()).not.toContain("Referat af");
  });
});

describe("names", () => {
  test.each(SHIPPED)("of people are nowhere in the report of %s, and are there when they are asked for", async (id) => {
    const { played, page } = await reported(id, LAST);
    const named = textOf(reportHtml(reportIn(played, { names: true })));
    for (const { name, email } of played.book.people) {
      expect(page).not.toContain(name);
      expect(page).not.toContain(email);
      expect(named).toContain(name);
    }
  });

  test("do not stand beside hours for who may not see them", async () => {
    const work = line("2027-06-10T12:00", "coreMember", "recordEffort", { days: 2 });
    const { played } = await reported(P1, "2027-06-10", { more: [work] });
    expect(reportIn(played, { names: true }).effort.people).toEqual([]);
    expect(reportIn(played, { hours: true }).effort.people).toEqual([]);
    const [only] = reportIn(played, { names: true, hours: true }).effort.people;
    expect(only).toEqual({ title: "Ellen Rørdam", recorded: "2" });
  });
});

describe("numbers add up", () => {
  test("participants by organisation are all of them; the hours and money of parts are the totals", async () => {
    const more = [
      line("2020-01-10T09:00", "networkLead", "planBudget", { line: "moeder", amount: 300_000, reason: "Aftalt" }),
      line("2020-01-11T09:00", "networkLead", "recordSpending", { line: "moeder", amount: 120_500 }),
      line("2020-01-11T09:00", "networkLead", "recordSpending", { line: "transport", amount: 124_000 }),
      line("2020-01-12T09:00", "networkLead", "recordEffort", { days: 2.5, item: "fagprofiler" }),
      line("2020-01-12T09:00", "municipalConsultant", "recordEffort", { hours: 14.8, phase: "udvikling" }),
    ];
    const { report } = await reported(P4, "2020-01-31", { more });
    const number = (text: string) =>
      Number(
        text
          .replace(/[^\d,−]/g, "")
          .replace(",", ".")
          .replace("−", "-"),
      ) || 0;
    const sum = (texts: string[]) => texts.map(number).reduce((all, one) => all + one, 0);
    const { lines, total } = report.budget!;
    for (const column of ["planned", "spent", "left"] as const)
      expect([column, sum(lines.map((one) => one[column]))]).toEqual([column, number(total[column])]);
    expect(total).toEqual({ planned: "3.430.800 kr.", spent: "671.900 kr.", left: "2.758.900 kr." });
    expect(report.budget!.remarks).toEqual(["Brugt mere end planlagt: Møder, Transport."]);
    expect(sum(report.effort.lines.map(({ recorded }) => recorded))).toBe(number(report.effort.total.recorded));
    expect(report.effort.total).toEqual({ planned: "2", recorded: "6,5" });
    expect(report.participants.organisations.reduce((all, { count }) => all + count, 0)).toBe(15);
  });

  test("twelve records of P4 stand by criterion, with their means", async () => {
    const { report } = await reported(P4, LAST);
    const { criteria, means, points, remarks } = report.monitoring!;
    expect(points).toEqual(["Måling før start", "Midtvejsmåling", "Slutmåling"]);
    expect(criteria.map(({ number, rows }) => [number, rows.length])).toEqual(
      ["1", "2", "3", "4", "5", "6", "7"].map((number) => [number, 4]),
    );
    expect(means.map(({ number, values }) => [number, ...values]).at(-1)).toEqual(["6", "38", "41", "49"]);
    expect(remarks).toEqual([]);
  });
});

describe("decisions", () => {
  test("of P3 stand with who took them, their votes and every reason of a rejection once", async () => {
    const { report } = await reported(P3, LAST);
    expect(
      report.decisions.map(({ what, who, outcome, votes, reason }) => [what, who, outcome, votes, reason]),
    ).toEqual([
      ["Godkend projekt og plan", "Styregruppe", "godkendt", "godkendt: 4", ""],
      ["Enighed om profilen", "Projektgruppe", "enighed", "", ""],
      ["Godkend profilen", "Styregruppe", "afvist", "afvist: 3", "Ledernes del mangler. Den er for bred."],
      ["Enighed om profilen", "Projektgruppe", "enighed", "", ""],
      ["Godkend profilen", "Styregruppe", "godkendt", "godkendt: 4", ""],
      ["Findes uddannelsen", "Styregruppe", "udvikles", "udvikles: 4", ""],
      ["Vælg uddannelsesinstitution", "Styregruppe", "Akademi Nord", "Akademi Nord: 4, Akademi Syd: 1", ""],
      ["Netværket", "Projektleder", "spredes", "", "Uddannelsen er udbudt, og resultaterne er delt."],
    ]);
    expect(report.summary[2]!.lines).toContain("Godkend profilen: godkendt efter 1 afvisning.");
    expect(report.summary[1]!.lines.join()).toContain("Servicebegreb og forventninger blev ikke gennemført");
  });
});

describe("a network that is not over as planned", () => {
  test("under way has what is open, and what comes next with who does it", async () => {
    const { report } = await reported(P1, "2027-07-15");
    expect(report.status).toBe("I gang. Åbent nu: Test.");
    expect(report.next.map(({ what, who }) => [what, who])).toContainEqual([
      "Afgør: Ring op før borgeren ringer",
      "Referenceleder",
    ]);
    expect(report.ideas!.map(({ state }) => state).slice(0, 3)).toEqual(Array(3).fill("venter på afgørelse"));
    const early = await reported(P1, "2027-02-02");
    expect(early.report.story.find(({ title }) => title === "Test")).toMatchObject({
      executed: "ikke åbnet",
      lines: [],
    });
    expect(early.report.unsaid).toEqual(expect.arrayContaining(["Opdagelser", "Idéer"]));
    expect(early.report.next.length).toBeGreaterThan(3);
  });

  test("has next steps after its end that are done, or overdue", async () => {
    const done = line("2027-11-02T09:00", "networkLead", "completeFollowUp", { idea: "i1" });
    const { report } = await reported(P1, "2028-05-01", { more: [done] });
    expect(report.next.map(({ what, state }) => [what, state])).toEqual([
      ["Ring op før borgeren ringer skaleres", "gjort"],
      ["Sms når sagen flytter sig spredes", "over tiden"],
    ]);
    expect(reportHtml(report).match(/Sms når sagen flytter sig spredes/g)).toHaveLength(2);
    expect(reportHtml(report).match(/Ring op før borgeren ringer skaleres/g)).toHaveLength(1);
  });

  test("stopped says so with its reason", async () => {
    const stop = (by: string) => line("2027-06-20T12:00", by, "stopNetwork", { reason: "Pengene er væk" });
    const { report } = await reported(P1, "2027-06-20", { more: [stop("networkLead"), stop("referenceManager")] });
    expect(report.status).toBe("Stoppet 20. jun. 2027. Pengene er væk.");
    expect(report.decisions.at(-1)).toMatchObject({ outcome: "er stoppet", reason: "Pengene er væk" });
  });
});

describe("every programme", () => {
  test.each(SHIPPED.flatMap((id) => (["da", "en"] as const).map((language) => [id, language] as const)))(
    "%s has a report in %s with no word missing, at its beginning and at its end",
    async (id, language) => {
      const { script } = await sampleOf(id);
      for (const until of [script[0]!.at.slice(0, 10), LAST]) {
        const { page } = await reported(id, until, { language });
        expect(page).not.toMatch(/undefined|\[object|NaN|null/);
        expect(page).toContain(`<html lang="${language}">`);
      }
    },
  );

  test("has a page as it was looked at, of a small network", async () => {
    const { page } = await reported(P5, LAST);
    await expect(page.replace(/<style>[^]*<\/style>/, "<style></style>")).toMatchFileSnapshot(
      "golden/report-partnerskab.html",
    );
  });
});

test("numbers are written as they are read", () => {
  expect([3_430_800, -1_234.5, 0, 999].map((number) => numberText(number, "da"))).toEqual([
    "3.430.800",
    "−1.234,5",
    "0",
    "999",
  ]);
  expect([moneyText(-5_000, "DKK", "da"), moneyText(5_000, "EUR", "en")]).toEqual(["−5.000 kr.", "EUR 5,000"]);
});
