// Phrases for times that are less than a day exact, and what each must be read as.
import type { Group } from "./quote-table.ts";

/** Phrases are divided by ` | `. */
export const FUZZY: Group[] = [
  {
    when: { month: "2014-03" },
    phrases:
      "marts 2014 | Marts 2014 | i marts 2014 | hele marts 2014 | i løbet af marts 2014 | marts måned 2014 | March 2014 | in March 2014 | mar. 2014 | during March 2014 | the March 2014 | marts, 2014 | 03/2014 | 3/2014 | 03-2014",
  },
  { when: { month: "2014-03" }, noted: /2014/, phrases: "marts '14 | mar. '14" },
  { year: 2014, when: { month: "2014-03" }, phrases: "marts | i marts | March" },
  {
    when: { months: ["2014-04", "2014-05"] },
    phrases:
      "april-maj 2014 | april–maj 2014 | april - maj 2014 | april og maj 2014 | april/maj 2014 | apr.-maj 2014 | April to May 2014 | April and May 2014 | april til maj 2014 | april 2014 - maj 2014 | fra april til maj 2014 | i april-maj 2014",
  },
  {
    when: { months: ["2014-09", "2014-10"] },
    phrases: "Sept.–okt. 2014 | sept.-okt. 2014 | september-oktober 2014 | Sep–Oct 2014 | sept/okt 2014",
  },
  {
    when: { months: ["2014-12", "2015-01"] },
    phrases: "december 2014 - januar 2015 | dec. 2014-jan. 2015 | december-januar 2014/2015 | december-januar 2014/15",
  },
  {
    when: { months: ["2014-01", "2014-03"] },
    phrases: "1. kvartal 2014 | første kvartal 2014 | Q1 2014 | 1st quarter 2014 | first quarter of 2014",
  },
  { when: { months: ["2014-07", "2014-12"] }, phrases: "2. halvår 2014 | andet halvår 2014 | second half of 2014" },
  { when: { months: ["2014-01", "2014-12"] }, phrases: "2014 | i 2014 | hele 2014 | året 2014" },
  {
    when: { month: "2014-05", part: "late" },
    phrases:
      "ultimo maj 2014 | slutningen af maj 2014 | sidst i maj 2014 | end of May 2014 | late May 2014 | the end of May 2014 | i slutningen af maj 2014",
  },
  {
    when: { month: "2014-06", part: "early" },
    phrases:
      "primo juni 2014 | begyndelsen af juni 2014 | først i juni 2014 | early June 2014 | the beginning of June 2014",
  },
  {
    when: { month: "2014-06", part: "mid" },
    phrases:
      "medio juni 2014 | midten af juni 2014 | midt i juni 2014 | mid-June 2014 | mid June 2014 | the middle of June 2014",
  },
  { year: 2014, when: { month: "2014-06", part: "early" }, phrases: "primo juni | early June" },
  {
    when: { season: "winter 2015/2016" },
    phrases:
      "Vinteren 2015/2016 | vinter 2015/2016 | vinteren 2015/16 | Vinteren 2015-2016 | winter 2015/2016 | the winter of 2015/16",
  },
  { when: { season: "winter 2015" }, phrases: "vinter 2015 | vinteren 2015 | Winter 2015 | i vinteren 2015" },
  {
    when: { season: "spring 2015" },
    phrases: "foråret 2015 | forår 2015 | spring 2015 | in the spring of 2015 | i foråret 2015",
  },
  { year: 2015, when: { season: "spring 2015" }, phrases: "foråret | spring" },
  {
    when: { season: "spring/summer 2015" },
    phrases:
      "forår/sommer 2015 | forår-sommer 2015 | foråret og sommeren 2015 | spring/summer 2015 | forår og sommer 2015",
  },
  {
    when: { season: "autumn 2014" },
    phrases: "efteråret 2014 | efterår 2014 | autumn 2014 | Autumn of 2014 | fall 2014",
  },
  { when: { season: "autumn/winter 2014" }, phrases: "efterår/vinter 2014 | efterår/vinter 2014/2015" },
  { when: { season: "summer 2014" }, phrases: "sommeren 2014 | sommer 2014 | summer 2014" },
  {
    when: { season: "spring 2015" },
    noted: /condition/,
    phrases: "foråret 2015, når aftalen er på plads | spring 2015, when the agreement is made",
  },

  {
    when: { week: 10 },
    phrases:
      "uge 10 | Uge 10 | UGE 10 | uge nr. 10 | uge10 | week 10 | Week no. 10 | wk 10 | w10 | W10 | u10 | i uge 10 | programuge 10 | uge 10. | uge  10",
  },
  {
    when: { week: 10 },
    noted: /weekday|time of day|not sure/,
    phrases: "mandag i uge 10 | uge 10 (mandag) | uge 10 kl. 9-16 | uge 10? | evt. uge 10",
  },
  {
    when: { weeks: [10, 12] },
    phrases:
      "uge 10-12 | Uge 10–12 | uge 10 - 12 | ugerne 10-12 | uge 10 til 12 | uge 10-uge 12 | uge 10 til uge 12 | weeks 10-12 | weeks 10 to 12 | uge 10, 11 og 12 | weeks 10, 11 and 12 | fra uge 10 til 12 | fra uge 10 til uge 12",
  },
  { when: { weeks: [20, 24] }, phrases: "ugerne 20–24 | uger 20-24 | week 20–24 | weeks 20 through 24" },
  { when: { weeks: [10, 11] }, phrases: "uge 10 og 11 | uge 10+11 | weeks 10 and 11 | uge 10 & 11" },
  {
    when: { either: [17, 18] },
    phrases:
      "uge 17 el. 18 | uge 17 el 18 | uge 17 eller 18 | week 17 or 18 | week 17 or week 18 | uge 17 eller uge 18 | weeks 17 or 18 | uge 18 eller 17",
  },
  {
    when: { isoWeek: "2014-W17" },
    phrases:
      "uge 17, 2014 | uge 17 2014 | uge 17 i 2014 | uge 17/2014 | uge 17-2014 | week 17 2014 | week 17, 2014 | week 17 of 2014 | 2014 uge 17 | kalenderuge 17 2014 | calendar week 17 2014",
  },
  { year: 2014, when: { isoWeek: "2014-W17" }, phrases: "kalenderuge 17 | ISO week 17" },
  { year: 2014, when: { week: 17 }, phrases: "uge 17 | week 17" },
  { when: { isoWeek: "2015-W53" }, phrases: "uge 53 2015" },
  {
    when: { week: 10, label: "Dag 41" },
    phrases: "Uge 10 (Dag 41) | uge 10, Dag 41 | Dag 41, uge 10 | uge 10 / Dag 41 | Dag 41 - uge 10 | uge 10 Dag 41",
  },
  { when: { weeks: [10, 12], label: "Fase 4-6" }, phrases: "uge 10-12 (Fase 4-6) | Fase 4-6: uge 10-12" },
  {
    when: { week: 14, yearless: "11-22" },
    phrases: "uge 14 (22.11.) | uge 14, 22.11. | uge 14, 22. november | week 14 (22 November)",
  },
  {
    when: { week: 14, yearless: "11-22", label: "Dag 68" },
    phrases: "uge 14 (Dag 68, 22.11.) | Dag 68, 22.11., uge 14",
  },
  { when: { days: ["2014-03-10", "2014-03-21"] }, phrases: "uge 11-12 (10.-21. marts 2014)" },

  {
    when: { between: ["E5", "E6"] },
    phrases:
      "mellem E5 og E6 | between E5 and E6 | Mellem E5 og E6 | efter E5 og før E6 | after E5 and before E6 | efter E5, før E6",
  },
  {
    when: { between: ["m2", "m3"] },
    noted: /item m2.*item m3/,
    phrases:
      "mellem møde 2 og 3 | mellem møde 2 og møde 3 | mellem 2. og 3. møde | between meeting 2 and 3 | between meetings 2 and 3 | mellem møderne 2 og 3",
  },
  { when: { before: "m2" }, phrases: "før m2 | before m2 | inden m2 | forud for m2 | prior to m2" },
  {
    when: { before: "m2" },
    noted: /item m2/,
    phrases: "før møde 2 | before meeting 2 | inden mødet 2 | før 2. møde | inden møde 2",
  },
  { when: { after: "m1" }, phrases: "efter m1 | after m1 | following m1" },
  { when: { before: "pause-uge-3" }, phrases: "før pause-uge-3 | before pause-uge-3" },
  {
    when: { before: "m2", within: 14 },
    phrases:
      "14 dage før m2 | fjorten dage før m2 | to uger før m2 | 2 uger før m2 | 14 days before m2 | two weeks before m2",
  },
  { when: { before: "E5", within: 1 }, phrases: "dagen før E5 | 1 dag før E5 | the day before E5 | en dag før E5" },
  { when: { after: "E5", within: 7 }, phrases: "en uge efter E5 | ugen efter E5 | 7 dage efter E5 | a week after E5" },
  {
    when: { unknown: true },
    noted: /no item/,
    phrases:
      "efter sommerferien | før afslutningen | mellem de to workshops | after the summer holidays | 14 dage før konferencen | inden udgangen",
  },

  {
    when: { unknown: true },
    phrases:
      "? | – | - | … | ukendt | Ukendt | senere | tbd | TBD | TBA | t.b.d. | n/a | N/A | dato følger | Dato følger. | aftales senere | efter aftale | ikke fastlagt | date to follow | to be decided | (dato følger) | unknown | later | ??",
  },
  {
    when: { unknown: true },
    noted: /condition/,
    phrases:
      "når uddannelsen er klar | når … | when the institution has set up the education | when … | hvis der er tid | once the plan is approved",
  },
  {
    when: { unknown: true },
    noted: /all the time/,
    phrases: "løbende | Løbende | ongoing | efter behov | hele perioden",
  },
  {
    when: { unknown: true },
    noted: /roughly/,
    phrases: "ca. 25. februar 2014 | omkring 1. maj 2014 | around 1 May 2014 | ca. uge 10",
  },
  {
    when: { unknown: true },
    noted: /limit/,
    phrases:
      "senest 25. februar 2014 | inden 1. maj 2014 | frist 1. maj 2014 | deadline: 1 May 2014 | by 1 May 2014 | fra 1. maj 2014 | from 1 May 2014 | efter 1. maj 2014 | mellem 9. og 12. april 2014 | senest uge 10",
  },
  {
    when: { unknown: true },
    noted: /apart/,
    phrases: "9. og 15. april 2014 | uge 10 og 12 | uge 10, 12 og 14 | 25. februar og 3. marts 2014",
  },
  {
    when: { unknown: true },
    noted: /choose/,
    phrases: "10. eller 11. september 2014 | 10 or 11 September 2014 | uge 17 eller 18 2014",
  },
  { when: { unknown: true }, noted: /one of them or both/, phrases: "uge 17/18 | 10./11. september 2014" },
  { when: { unknown: true }, noted: /weeks of the calendar/, phrases: "uge 10-12 2014 | uge 10 og 11 2014" },
  { when: { unknown: true, label: "Dag 41" }, phrases: "Dag 41 | (Dag 41) | Dag 41." },
  { when: { unknown: true, label: "Fase 4-6" }, phrases: "Fase 4-6" },
  { when: { unknown: true, label: "Day 41" }, phrases: "Day 41" },

  {
    why: /year is missing/,
    phrases:
      "marts | primo juni | april-maj | foråret | forår/sommer | early June | 1. kvartal | Q1 | kalenderuge 17 | vinter | ultimo maj | autumn",
  },
  { why: /no week/, phrases: "uge 0 | uge 53 2014 | uge 54 2014 | uge 0-3 | uge 10-53 2014" },
  {
    why: /before it begins/,
    phrases: "uge 12-10 | maj-april 2014 | nov.-feb. 2015 | december-januar 2015 | uge 12-10 2014",
  },
  { why: /do not fit/, phrases: "vinteren 2015/2017 | forår/sommer 2014/2015 | sommer/forår 2015" },
  { why: /no month/, phrases: "13/2014 | 2014-13 | 5. kvartal 2014" },
  { why: /no day/, phrases: "uge 14 (31.4.)" },
  {
    why: /cannot be read as a time/,
    phrases: "uge | uge ti | uge 10 11 | maj maj 2014 | vinter efterår forår 2015 | Q5 2014 | 3. halvår 2014",
  },
];
