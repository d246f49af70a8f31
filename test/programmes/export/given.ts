// Given for exports: a programme with every kind of date, sessions, texts that are hard to write, and things left open.
import { layoutOf, type Layout } from "../../../programmes/export/rows.ts";
import { listProgrammes } from "../../../library/programmes.ts";
import type { Programme } from "../../../programmes/types.ts";
import { parsed } from "../texts.ts";

/** Texts that formats have signs of their own for, or that take many octets. */
export const HARD = `=SUM(A1;B2), "gåseøjne" <b>&amp;</b> 'én' \\ ; | 🎉 æøå`;

const hard = JSON.stringify(HARD);

/** Dated 2014 and 2015, from before the end of summer time to after its next beginning. */
export const RICH = `id: rigt
version: 3
title: { da: "Rigt program", en: "Rich programme" }
description: { da: "Med det hele.", en: "With everything." }
zone: Europe/Copenhagen
leadDays: 7
gates: advisory
rounds: 3
decideWithin: 14
nonWorking: ["12-24"]
parameters: {}
questions: [{ da: Hvem leder?, en: Who leads? }]
ours: [{ da: Vi tager ansvaret., en: We take responsibility. }]
conditions: { udbudt: { title: { da: uddannelsen er udbudt, en: the education is offered } } }
success: [{ da: Det lykkes, en: It succeeds }, { da: Det spredes, en: It spreads }]
organisations: { most: 4 }
budget:
  currency: DKK
  lines: { moeder: { title: { da: Møder, en: Meetings }, phases: [forberedelse] } }
  questions: [{ da: Hvem betaler?, en: Who pays? }]
phases:
  forberedelse:
    { title: { da: Forberedelse, en: Preparation }, mode: opening, opens: [], closes: [], when: { months: ["2014-08", "2014-10"], quote: august-oktober } }
  udbud:
    { title: { da: Udbud, en: Offering }, mode: neither, opens: [], closes: [], mayBeSkipped: true, when: { season: winter 2014/2015, condition: udbudt, label: Fase 5 }, questions: [{ da: Hvornår?, en: When? }] }
  tavs: { title: { da: Tavs, en: Silent }, mode: closing, opens: [], closes: [], when: "?" }
roles:
  networkLead: { title: { da: leder, en: lead }, sample: 1, required: true, ours: [{ da: Sat af os., en: Set by us. }] }
  agent: { title: { da: agent, en: agent }, sample: 2, perOrganisation: { most: 5 } }
groups: { gruppe: { title: { da: gruppe, en: group }, sample: 2 } }
rights: { openPhase: everyone, answer: everyone }
tracks:
  spor:
    { title: { da: Lokalt spor, en: Local track }, lead: agent, phases: [forberedelse], most: 4, steps: { et: { title: { da: Et, en: One } } }, when: { months: ["2014-09", "2014-11"] } }
items:
  kursus:
    { kind: meeting, title: { da: Kursus, en: Course }, when: { days: ["2014-08-27", "2014-08-28"], time: "09:00", until: "16:00", quote: "27.-28. august" }, phases: [forberedelse], audience: [agent, gruppe], place: ${hard} }
  netvaerksmoede:
    kind: meeting
    title: { da: Netværksmøde, en: Network meeting }
    phases: [forberedelse]
    audience: "?"
    tentative: true
    openSignUp: true
    sessions:
      oest: { title: { da: øst, en: east }, when: { date: "2014-09-10" }, place: Vanløse, region: east }
      vest: { title: { da: vest, en: west }, when: { date: "2014-09-11", time: "10:00" }, place: Kolding, region: west }
  hjemme:
    kind: homework
    title: { da: ${hard}, en: Homework }
    when: { between: [kursus, netvaerksmoede] }
    phases: [forberedelse]
    audience: [agent]
    voluntary: true
    asks: [{ da: "Hvordan; går det?", en: How is it going? }, { da: "- Hvem er med?", en: Who is in? }]
    target: { role: agent, atLeast: 5 }
    reminders: { homework-7: off, homework-2: { days: -3 } }
  skift: { kind: meeting, title: { da: Efter skiftet, en: After the change }, when: { date: "2014-11-05", time: "09:00", until: "15:00" }, audience: [agent], tentative: true }
  nat: { kind: meeting, title: { da: Om natten, en: At night }, when: { date: "2014-10-26", time: "02:30", until: "03:30" }, audience: [agent] }
  foraar: { kind: meeting, title: { da: Forår, en: Spring }, when: { date: "2015-04-15", time: "09:00", until: "12:00" }, audience: [agent] }
  maaling: { kind: monitoring, title: { da: Måling, en: Monitoring }, when: { midwayOf: forberedelse }, audience: [agent], description: { da: "Linje 1\\nLinje 2; med \\"citat\\"", en: "Line 1\\nLine 2" } }
  primo: { kind: task, title: { da: Primo, en: Early }, when: { month: "2014-12", part: early }, effort: "2,5 + 2 × ideas" }
  rapport: { kind: deliverable, title: { da: Rapport, en: Report }, when: { before: skift } }
  naar: { kind: task, title: { da: Når det er udbudt, en: Once offered }, when: { condition: udbudt, quote: når den er udbudt, label: Fase 5 }, phases: [udbud] }
  pause: { kind: break, title: { da: Pause, en: Break }, when: { isoWeek: 2014-W42 }, extent: full }
  udvaelg: { kind: decision, title: { da: Udvælg, en: Select }, when: "?", audience: [networkLead], decision: { kind: select, choose: 4, quorum: "?" }, ours: [{ da: Lederen vælger., en: The lead selects. }] }
reminders:
  homework-7: { for: homework, days: -7, time: "09:00", to: [undelivered], title: { da: Snart, en: Soon } }
  homework-2: { for: homework, days: -2, time: "09:00", to: [undelivered], title: { da: Nu, en: Now } }
`;

export const rich = (): Programme => parsed(RICH);
export const richLayout = (): Layout => layoutOf(rich());

/** Every programme that is shipped, from a start. */
export async function shippedLayouts(start = "2027-02-01"): Promise<Layout[]> {
  return (await listProgrammes()).map((programme) => layoutOf(programme, start));
}
