import { describe, expect, it } from "vitest";
import type { MailModel } from "../../machines/ledger.ts";
import { render } from "../../mail/render.ts";
import { decision, homework, LINKS, local, meeting, model, reader } from "./models.ts";

const LINK = "https://fremdrift.example/networks/n1";
const at = (iso: string) => ({ at: local(iso) });

/** What the subject and what the letter must tell. */
type Expected = { subject: string; tells: string[] };
type Case = { when: string; model: MailModel; da: Expected; en: Expected };

const WHEN = {
  da: "torsdag den 11. marts 2027 kl. 9.00–12.00",
  en: "Thursday 11 March 2027, 9:00–12:00",
};
const PLACE = "Rådhuset, lokale 2";
const DEADLINE = {
  da: "Svar senest: fredag den 20. august 2027\n",
  en: "Answer by: Friday 20 August 2027\n",
};

const UDPEG = { da: "hjemmearbejdet Udpeg fem agenter", en: "the homework Appoint five agents" };

const CASES: Case[] = [
  {
    when: "an invitation",
    model: meeting("meeting-invitation"),
    da: {
      subject: "Du er inviteret til Møde 1 – torsdag den 11. marts 2027",
      tells: [WHEN.da, PLACE, "Svar gerne"],
    },
    en: {
      subject: "You are invited to Meeting 1 – Thursday 11 March 2027",
      tells: [WHEN.en, PLACE, "tell us"],
    },
  },
  {
    when: "a reminder two weeks ahead",
    model: meeting("meeting-14", at("2027-02-25T09:00")),
    da: {
      subject: "Om 14 dage: Møde 1 – torsdag den 11. marts 2027",
      tells: [WHEN.da, PLACE, "Om 14 dage er der »Møde 1«"],
    },
    en: {
      subject: "In 14 days: Meeting 1 – Thursday 11 March 2027",
      tells: [WHEN.en, PLACE, "is in 14 days"],
    },
  },
  {
    when: "a reminder a week ahead",
    model: meeting("meeting-7", at("2027-03-04T09:00")),
    da: {
      subject: "Om 7 dage: Møde 1 – torsdag den 11. marts 2027",
      tells: [WHEN.da, "Om 7 dage"],
    },
    en: { subject: "In 7 days: Meeting 1 – Thursday 11 March 2027", tells: [WHEN.en, "in 7 days"] },
  },
  {
    when: "a 2-day reminder rolled back over a weekend and a holiday",
    model: meeting("meeting-2", {
      start: local("2014-05-20T09:00"),
      end: local("2014-05-20T15:00"),
      ...at("2014-05-15T09:00"),
    }),
    da: {
      subject: "Om 5 dage: Møde 1 – tirsdag den 20. maj 2014",
      tells: ["tirsdag den 20. maj 2014 kl. 9.00–15.00"],
    },
    en: {
      subject: "In 5 days: Meeting 1 – Tuesday 20 May 2014",
      tells: ["Tuesday 20 May 2014, 9:00–15:00"],
    },
  },
  {
    when: "a reminder of which nobody knows when it goes",
    model: meeting("meeting-2"),
    da: {
      subject: "Påmindelse: Møde 1 – torsdag den 11. marts 2027",
      tells: [WHEN.da, "Snart er der »Møde 1«"],
    },
    en: { subject: "Reminder: Meeting 1 – Thursday 11 March 2027", tells: [WHEN.en, "is soon"] },
  },
  {
    when: "a moved meeting with its reason",
    model: meeting("meeting-moved", { reason: "Lokalet var optaget" }),
    da: {
      subject: "Flyttet: Møde 1 – torsdag den 11. marts 2027",
      tells: [WHEN.da, PLACE, "Begrundelse: Lokalet var optaget"],
    },
    en: {
      subject: "Moved: Meeting 1 – Thursday 11 March 2027",
      tells: [WHEN.en, PLACE, "Reason: Lokalet var optaget"],
    },
  },
  {
    when: "a cancelled meeting",
    model: meeting("meeting-cancelled", { tentative: true }),
    da: {
      subject: "Aflyst: Møde 1 – torsdag den 11. marts 2027",
      tells: [`Var planlagt til: ${WHEN.da}`, "ikke flere påmindelser"],
    },
    en: {
      subject: "Cancelled: Meeting 1 – Thursday 11 March 2027",
      tells: [`Was planned for: ${WHEN.en}`, "no more reminders"],
    },
  },
  {
    when: "a decision asked for",
    model: decision("decision-requested"),
    da: {
      subject: "Tag stilling: Fælles frokost – senest fredag den 20. august 2027",
      tells: [DEADLINE.da, "Runde: 2"],
    },
    en: {
      subject: "Please decide: Shared lunch – by Friday 20 August 2027",
      tells: [DEADLINE.en, "Round: 2"],
    },
  },
  {
    when: "a decision due in a week",
    model: decision("decision-7", at("2027-08-13T09:00")),
    da: {
      subject: "Om 7 dage: frist for at tage stilling til Fælles frokost – fredag den 20. august 2027",
      tells: [DEADLINE.da, "om 7 dage"],
    },
    en: {
      subject: "In 7 days: deadline for deciding on Shared lunch – Friday 20 August 2027",
      tells: [DEADLINE.en, "in 7 days"],
    },
  },
  {
    when: "a decision due tomorrow",
    model: decision("decision-2", at("2027-08-19T23:30")),
    da: {
      subject: "I morgen: frist for at tage stilling til Fælles frokost – fredag den 20. august 2027",
      tells: ["Fristen er i morgen."],
    },
    en: {
      subject: "Tomorrow: deadline for deciding on Shared lunch – Friday 20 August 2027",
      tells: ["deadline is tomorrow."],
    },
  },
  {
    when: "a decision overdue",
    model: decision("decision-overdue", at("2027-08-23T09:00")),
    da: {
      subject: "Fristen er overskredet: tag stilling til Fælles frokost – fristen var fredag den 20. august 2027",
      tells: ["ikke for sent"],
    },
    en: {
      subject: "The deadline has passed: please decide on Shared lunch – it was Friday 20 August 2027",
      tells: ["not too late"],
    },
  },
  {
    when: "homework that is due in a week",
    model: homework("homework-7", at("2014-05-23T09:00")),
    da: {
      subject: "Om 8 dage: frist for hjemmearbejdet Udpeg fem agenter – lørdag den 31. maj 2014",
      tells: ["Afleveres senest: lørdag den 31. maj 2014", "om 8 dage"],
    },
    en: {
      subject: "In 8 days: deadline of the homework Appoint five agents – Saturday 31 May 2014",
      tells: ["Due by: Saturday 31 May 2014", "in 8 days"],
    },
  },
  {
    when: "homework that is overdue",
    model: homework("homework-overdue", at("2014-06-02T09:00")),
    da: {
      subject: "Fristen er overskredet: hjemmearbejdet Udpeg fem agenter – fristen var lørdag den 31. maj 2014",
      tells: ["ikke for sent"],
    },
    en: {
      subject: "The deadline has passed: the homework Appoint five agents – it was Saturday 31 May 2014",
      tells: ["not too late"],
    },
  },
  {
    when: "homework that some have not delivered, to who leads",
    model: homework("homework-lead", at("2014-06-03T09:00")),
    da: {
      subject: `Nogen mangler ${UDPEG.da} – fristen var lørdag den 31. maj 2014`,
      tells: ["mangler endnu fra nogle"],
    },
    en: { subject: `Some have not delivered ${UDPEG.en} – it was due Saturday 31 May 2014`, tells: ["still missing"] },
  },
  {
    when: "a task that begins",
    model: homework("task-first", at("2014-05-19T09:00")),
    da: { subject: "Nu er det tid: Udpeg fem agenter – senest lørdag den 31. maj 2014", tells: ["Færdig senest"] },
    en: { subject: "It is time: Appoint five agents – by Saturday 31 May 2014", tells: ["Done by"] },
  },
  {
    when: "a rule nobody wrote a text for",
    model: meeting("homework.opened"),
    da: {
      subject: "Nyt fra netværket Mad uden spild: Møde 1 – torsdag den 11. marts 2027",
      tells: [WHEN.da, "Der er nyt om »Møde 1«"],
    },
    en: {
      subject: "News from the network Mad uden spild: Meeting 1 – Thursday 11 March 2027",
      tells: [WHEN.en, "news about “Meeting 1”"],
    },
  },
];

describe.each(["da", "en"] as const)("a mail in %s", (language) => {
  it.each(CASES)("tells the reader of $when", ({ model, [language]: expected }) => {
    const mail = render(model, reader(language), LINKS);
    expect(mail.subject).toBe(expected.subject);
    for (const fact of [...expected.tells, "Mad uden spild", "Kim Prøve", LINK]) expect(mail.text).toContain(fact);
    expect(mail.html).toContain(`<html lang="${language}">`);
    expect(mail.html.match(/href="[^"]*"/g)).toEqual([`href="${LINK}"`]);
  });

  it("says so when a meeting is tentative, and only then", () => {
    const word = language === "da" ? "Foreløbigt" : "TENTATIVE";
    const tentative = render(meeting("meeting-invitation", { tentative: true }), reader(language), LINKS);
    const firm = render(meeting("meeting-invitation"), reader(language), LINKS);
    for (const part of [tentative.subject, tentative.html]) expect(part).toContain(word);
    expect(tentative.text).toMatch(language === "da" ? /foreløbigt/ : /tentative/);
    expect(JSON.stringify(firm)).not.toMatch(/foreløbig|tentative/i);
  });
});

describe("a date in a mail", () => {
  const rowOf = (more: Partial<MailModel>, language: "da" | "en" = "da") =>
    /^(?:Hvornår|When): (.*)$/m.exec(render(meeting("meeting-invitation", more), reader(language), LINKS).text)![1];

  it("admits that the hour is not known", () => {
    const day = { start: local("2027-03-11"), end: local("2027-03-11T23:59"), allDay: true };
    expect(rowOf(day)).toBe("torsdag den 11. marts 2027 (tidspunkt følger)");
    expect(rowOf(day, "en")).toBe("Thursday 11 March 2027 (time to follow)");
  });
  it("names both days of a meeting that lasts two", () => {
    const days = { start: local("2014-04-09"), end: local("2014-04-10T23:59"), allDay: true };
    expect(rowOf(days)).toBe("onsdag den 9. april 2014 – torsdag den 10. april 2014 (tidspunkt følger)");
    const hours = { start: local("2014-04-09T10:00"), end: local("2014-04-10T15:30") };
    expect(rowOf(hours)).toBe("onsdag den 9. april 2014 kl. 10.00 – torsdag den 10. april 2014 kl. 15.30");
  });
  it("stands in the network's zone, on both sides of the clock change", () => {
    const hour = (iso: string) => ({ start: Date.parse(iso), end: Date.parse(iso) });
    expect(rowOf(hour("2027-03-27T08:00Z"))).toContain("kl. 9.00");
    expect(rowOf(hour("2027-03-29T07:00Z"))).toContain("kl. 9.00");
    expect(rowOf({ ...hour("2027-03-29T07:00Z"), zone: "America/New_York" })).toContain("kl. 3.00");
  });
  it("counts days by the calendar where the clock changes between", () => {
    const mail = render(
      meeting("meeting-2", { start: local("2027-03-29T09:00"), at: local("2027-03-27T23:00") }),
      reader("da"),
      LINKS,
    );
    expect(mail.subject).toMatch(/^Om 2 dage:/);
  });
  it("is refused in a zone that does not exist", () => {
    expect(() => render(meeting("meeting-invitation", { zone: "Europe/Nowhere" }), reader("da"), LINKS)).toThrow(
      /Europe\/Nowhere/,
    );
  });
});

describe("what people typed", () => {
  const evil = "<img src=x onerror=alert(1)>\"'&";

  it("is text in the HTML, wherever it stands", () => {
    const typed = {
      title: { da: evil, en: evil },
      networkTitle: evil,
      place: evil,
      reason: evil,
      network: evil,
    };
    const mail = render(meeting("meeting-moved", typed), { ...reader("da"), name: evil }, LINKS);
    expect(mail.html).not.toMatch(/<img|onerror=alert\(1\)>"/);
    expect(mail.html.split("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;").length).toBeGreaterThan(5);
    expect(mail.html).toContain(`/networks/${encodeURIComponent(evil).replace("'", "&#39;")}"`);
  });
  it("cannot add a header through the subject", () => {
    const title = "Møde\r\nBcc: all@example.org\u2028X: y\u0000\u202Etxt";
    const { subject } = render(model("meeting-invitation", { title: { da: title, en: title } }), reader("da"), LINKS);
    expect(subject).toBe("Du er inviteret til Møde Bcc: all@example.org X: y txt");
  });
  it("cannot make a subject without end", () => {
    const title = "😀".repeat(500);
    const { subject } = render(model("meeting-invitation", { title: { da: title, en: title } }), reader("da"), LINKS);
    expect([...subject]).toHaveLength(200);
    expect(subject).toMatch(/😀…$/u);
  });
  it("keeps the lines of a reason", () => {
    const mail = render(meeting("meeting-moved", { reason: "Først dette.\nSå dette." }), reader("da"), LINKS);
    expect(mail.text).toContain("Begrundelse:\nFørst dette.\nSå dette.");
  });
});

it("needs nothing from outside", () => {
  const { html } = render(meeting("meeting-invitation"), reader("da"), LINKS);
  expect(html).not.toMatch(/<(?:script|link|img|iframe|object)\b|\bsrc=|url\(|@import/);
});
