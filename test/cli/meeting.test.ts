// A meeting and a homework as the command line shows them.
import { expect, it } from "vitest";
import { fremdrift, given } from "./given.ts";

it("meeting shows what there is of a meeting, and no heading of what there is not", async () => {
  const meeting = {
    id: "m1",
    title: "Opstart",
    state: "held",
    dates: { start: "2027-03-17T09:00:00+01:00", end: "2027-03-17T10:00:00+01:00", place: "Salen" },
    agenda: { points: [{ title: "Velkomst", minutes: 70, who: "Ida" }], minutes: 70, over: 10 },
    answers: { accepted: ["Ida", "Bo"], tentative: [], declined: [], missing: ["Eva"] },
    guests: [],
    attendance: [{ present: ["Ida"], absent: ["Bo"], guests: ["Gry"] }],
    hasMinutes: true,
    minutes: { text: "Vi mødtes.", at: "2027-03-18T09:00:00+01:00", by: "Ida", decisions: ["Ja"], additions: [] },
    tasks: [{ id: "m1.1", title: "Ring", owner: "Bo", due: "2027-04-01", state: "planned", overdue: true }],
    files: [],
    links: [{ about: "item:m1", url: "https://example.org", title: "Mappen", by: "Ida", at: "2027-03-18" }],
  };
  const { env } = await given({ "GET /api/networks/n1/meetings/m1": () => ({ body: meeting }) });
  const { out } = await fremdrift("network meeting n1 m1", env);
  expect(out).toBe(`Opstart (m1) · holdt
Hvornår: 17. mar 2027 09.00 – 17. mar 2027 10.00 · sted: Salen
Dagsorden:
  – Velkomst (70 min., Ida)
  ! 10 minutter mere, end mødet varer
Kommer 2: Ida, Bo
Har ikke svaret 1: Eva
Var der 2: Ida, Gry
Var der ikke 1: Bo
Referat (18. mar 2027 09.00, Ida; ikke godkendt):
  Vi mødtes.
Beslutninger:
  – Ja
Opgaver:
  – m1.1 Ring – Bo, 2027-04-01 (over fristen)
Links:
  – Mappen https://example.org
`);
  expect((await fremdrift("network meeting n1 m1 --json", env)).json()).toEqual(meeting);
});

it("homework shows each answer under its question, and who is missing", async () => {
  const homework = {
    id: "h1",
    title: "Tal med en borger",
    questions: ["Hvad var svært?", "Hvem hjalp?"],
    due: "2027-04-13T23:59:00+02:00",
    deliveries: [
      { by: "Bo", organisation: "Fjordby", at: "2027-04-14T09:00:00+02:00", late: true, answers: ["Posten", ""] },
      { by: "Ida", at: "2027-04-12T09:00:00+02:00", text: "Her er det" },
    ],
    missing: ["Eva"],
    files: [],
    links: [],
  };
  const { env } = await given({ "GET /api/networks/n1/homework/h1": () => ({ body: homework }) });
  expect((await fremdrift("network homework n1 h1", env)).out).toBe(`Tal med en borger (h1) · frist 13. apr 2027 23.59
Fjordby (Bo), 14. apr 2027 09.00 – for sent
  Hvad var svært? Posten
  Hvem hjalp? –
Ida, 12. apr 2027 09.00: Her er det
Mangler 1: Eva
`);
});
