// Phrases for dates as plans write them, and what each must be read as. Phrases stand together where they mean the same.
import type { When } from "../../programmes/types.ts";

/** `year`: the one given for the whole table. `noted`: each is read with a note; `why`: none can be read, for this reason. */
export type Group = { phrases: string; year?: number } & ({ when: When; noted?: RegExp } | { why: RegExp });

const hours = { time: "09:00", until: "16:00" };

/** Phrases are divided by ` | `. */
export const DAYS: Group[] = [
  {
    when: { date: "2014-02-25" },
    phrases: `25. februar 2014 | 25 februar 2014 | 25. feb. 2014 | 25. feb 2014 | 25 feb 2014 | 25.feb.2014 | 25. FEBRUAR 2014
      | d. 25. februar 2014 | den 25. februar 2014 | Den 25. feb. 2014 | d.25/2 2014 | d. 25/2-2014 | 25/2 2014 | 25/2-2014
      | 25/2/2014 | 25 / 2 2014 | 25.2.2014 | 25.02.2014 | 25. 2. 2014 | 25-02-2014 | 25-2-2014 | 2014/02/25 | 25-feb-2014
      | 25. februar, 2014 | 25th February 2014 | 25 February 2014 | 25th of February 2014 | the 25th of February, 2014
      | February 25, 2014 | February 25th, 2014 | Feb 25, 2014 | Feb. 25, 2014 | FEB 25 2014 | on 25 February 2014
      | tirsdag 25. februar 2014 | tirsdag d. 25. februar 2014 | Tirsdag den 25. februar 2014 | tirs. 25. feb. 2014
      | tirs. d. 25/2 2014 | tirsdag, d. 25. februar 2014 | Tuesday 25 February 2014 | Tuesday, February 25, 2014 | Tue 25 Feb 2014
      | Tues. 25 Feb 2014 | Tuesday the 25th of February 2014 | 25. februar 2014 (tirsdag) | 25. februar 2014, tirsdag
      | 25. februar 2014. | (25. februar 2014) | Dato: 25. februar 2014 | Date: 25 February 2014 | When: 25 February 2014
      | 25.\u00a0februar\u00a02014 | 25.&nbsp;februar&nbsp;2014 | 25.  februar\t2014`,
  },
  {
    when: { date: "2014-02-25" },
    noted: /2014/,
    phrases: "25/2-14 | 25/2/14 | 25.02.14 | 25.2.14 | 25-02-14 | 25-feb-14 | 25. feb. '14",
  },
  {
    when: { date: "2014-02-25" },
    noted: /Wednesday.*Tuesday/,
    phrases:
      "onsdag 25. februar 2014 | onsdag d. 25/2 2014 | Wednesday 25 February 2014 | Wed, Feb 25, 2014 | 25. februar 2014 (onsdag)",
  },
  {
    when: { date: "2014-02-25" },
    noted: /not sure/,
    phrases:
      "25. februar 2014? | evt. 25. februar 2014 | forventet 25. februar 2014 | possibly 25 February 2014 | 25. februar 2014 (foreløbig)",
  },
  {
    when: { date: "2014-02-25", ...hours },
    phrases: `25. februar 2014 kl. 9-16 | den 25. feb. 2014 kl. 9-16 | 25. februar 2014, kl. 9.00-16.00 | 25. februar 2014 kl. 9:00–16:00
      | 25. februar 2014 kl 9 - 16 | 25. februar 2014 klokken 9 til 16 | 25. februar 2014 kl. 9.00 til kl. 16.00 | 25/2 2014 kl. 09-16
      | 25. februar 2014 9:00-16:00 | 25. februar 2014 (kl. 9-16) | kl. 9-16, 25. februar 2014 | 25. februar 2014 kl. 0900-1600
      | 25 February 2014, 9 am - 4 pm | 25 Feb 2014 9am–4pm | 25 Feb 2014 9 a.m. to 4 p.m. | 25 Feb 2014 from 9:00 to 16:00
      | tirsdag d. 25. februar 2014 kl. 9-16 | 25. februar 2014 fra kl. 9 til kl. 16 | 2014-02-25 kl. 9-16`,
  },
  {
    when: { date: "2014-02-25", ...hours },
    noted: /times of day/,
    phrases: "25. februar 2014, 9-16 | 25 February 2014 9–16",
  },
  {
    when: { date: "2014-02-25", time: "09:30" },
    phrases: "25. februar 2014 kl. 9.30 | 25. februar 2014 kl. 9:30 | 25. februar 2014 9.30 | 25 Feb 2014 at 9:30 am",
  },
  {
    when: { date: "2014-02-25", time: "14:00", until: "16:00" },
    phrases: "25 Feb 2014 2-4 pm | 25 Feb 2014 at 2-4 p.m. | 25. februar 2014 kl. 14-16",
  },
  {
    when: { date: "2014-05-14" },
    phrases:
      "14. maj 2014 | onsdag den 14. maj 2014 | 14 May 2014 | May 14th, 2014 | ons. 14/5 2014 | uge 20, onsdag den 14. maj 2014",
  },
  { when: { date: "2014-04-21" }, phrases: "mandag uge 17 2014 | mandag i uge 17, 2014" },
  { when: { date: "2014-03-10" }, noted: /week 12/, phrases: "uge 12, 10. marts 2014 | 10. marts 2014 (uge 12)" },
  {
    when: { days: ["2014-04-09", "2014-04-10"] },
    phrases: `9.-10. april 2014 | 9-10 April 2014 | 9.–10. april 2014 | 9.—10. april 2014 | 9.−10. april 2014 | 9. - 10. april 2014
      | 9. til 10. april 2014 | d. 9.-10. april 2014 | 9. og 10. april 2014 | 9 and 10 April 2014 | 9 & 10 April 2014 | 9.+10. april 2014
      | 9th to 10th April 2014 | 9th-10th of April 2014 | April 9-10, 2014 | April 9–10 2014 | 9/4-10/4 2014 | 9/4 - 10/4 2014
      | 9.4.-10.4.2014 | 9.4-10.4.2014 | 09.04.2014-10.04.2014 | 9.-10.4.2014 | 9-10/4 2014 | 9. april - 10. april 2014
      | 9. april 2014 - 10. april 2014 | 2014-04-09 - 2014-04-10 | 2014-04-09 til 2014-04-10 | 2014-04-09–10
      | onsdag-torsdag d. 9.-10. april 2014 | ons.-tors. 9.-10. april 2014 | onsdag og torsdag 9.-10. april 2014
      | onsdag d. 9. april - torsdag d. 10. april 2014 | fra 9. til 10. april 2014 | from 9 to 10 April 2014 | uge 15 (9.-10. april 2014)`,
  },
  {
    when: { days: ["2014-04-09", "2014-04-10"], ...hours },
    phrases: "9.-10. april 2014 kl. 9-16 | 9.-10. april 2014, begge dage kl. 9-16 | 9-10 April 2014, 9 am to 4 pm",
  },
  {
    when: { days: ["2014-04-09", "2014-04-10"] },
    noted: /Monday.*Wednesday/,
    phrases: "mandag-torsdag d. 9.-10. april 2014 | mandag d. 9. april - torsdag d. 10. april 2014",
  },
  {
    when: { days: ["2014-04-09", "2014-04-11"] },
    phrases: "9., 10. og 11. april 2014 | 9, 10 and 11 April 2014 | 9.-11. april 2014",
  },
  {
    when: { days: ["2014-04-30", "2014-05-02"] },
    phrases:
      "30. april - 2. maj 2014 | 30. april–2. maj 2014 | 30 April to 2 May 2014 | April 30 - May 2, 2014 | 30/4-2/5 2014 | 30/4 2014 - 2/5 2014",
  },
  {
    when: { days: ["2014-12-29", "2015-01-02"] },
    phrases:
      "29. december 2014 - 2. januar 2015 | 29 Dec 2014 – 2 Jan 2015 | 29/12 2014 - 2/1 2015 | December 29, 2014 - January 2, 2015",
  },
  {
    when: { day: "08-27" },
    phrases:
      "27. aug. | 27. august | d. 27. august | 27/8 | 27.8. | 27 Aug | 27th August | August 27th | the 27th of August | on 27 August",
  },
  { when: { day: "11-22" }, phrases: "22.11. | 22/11 | 22. november | 22 November | November 22nd" },
  { when: { day: "11-22" }, noted: /time of day/, phrases: "22.11" },
  { when: { day: "02-29" }, phrases: "29. februar | 29/2" },
  {
    when: { day: "08-27", ...hours },
    phrases: "27. aug. kl. 9-16 | 27. august kl. 9.00-16.00 | 27/8 kl. 9-16 | 27 August 9:00–16:00 | 27.8. kl. 9-16",
  },
  { when: { day: "08-27", ...hours }, noted: /times of day/, phrases: "27 Aug 9–16 | 27. aug. 9-16 | 27/8 9-16" },
  {
    when: { day: "08-27" },
    noted: /weekday/,
    phrases: "fredag 27. august | Friday 27 August | fre. d. 27/8 | 27. august (fredag)",
  },
  {
    year: 2010,
    when: { date: "2010-08-27" },
    phrases: "27. august | fredag 27. august | 27/8 | 27.8. | Friday 27 August",
  },
  {
    year: 2010,
    when: { date: "2010-08-27" },
    noted: /Thursday.*Friday/,
    phrases: "torsdag 27. august | Thursday 27 August",
  },
  { year: 2014, when: { days: ["2014-04-09", "2014-04-10"] }, phrases: "9.-10. april | 9/4-10/4 | April 9-10" },
  { when: { day: "11-22", label: "Dag 68" }, phrases: "Dag 68, 22.11. | Dag 68: 22.11. | 22.11. (Dag 68)" },
  { when: { date: "2014-02-25", label: "Day 3" }, phrases: "Day 3, 25 February 2014 | 25 February 2014 (Day 3)" },

  {
    why: /no day/,
    phrases:
      "31. april | 31. april 2014 | 31/4 2014 | 31.04.2014 | 2014-04-31 | April 31, 2014 | 29. februar 2014 | 0. maj 2014 | 32. maj | 30.-31. april 2014 | 29/2 2015",
  },
  { year: 2015, why: /no day/, phrases: "29. februar | 29/2" },
  { why: /no month/, phrases: "25/13 2014 | 2/25/2014 | 25.13.2014 | 25/0 2014 | 2014-13-01" },
  {
    why: /year is missing/,
    phrases: "9.-10. april | 9/4-10/4 | 30. april - 2. maj | April 9-10 | 29. december - 2. januar",
  },
  {
    why: /before it begins/,
    phrases:
      "10.-9. april 2014 | 9.-9. april 2014 | 29. december - 2. januar 2015 | 30.-2. maj 2014 | 2. maj - 30. april 2014",
  },
  {
    why: /time of day/,
    phrases:
      "25. februar 2014 kl. 16-9 | 25. februar 2014 kl. 25 | 25. februar 2014 kl. 9.75 | 27. aug. kl. 9-9 | 25 Feb 2014 13 pm",
  },
  { why: /but no day/, phrases: "kl. 9-16 | tirsdag | Tuesday | kl. 9.30 | tirsdag kl. 9" },
  { why: /more than one way/, phrases: "feb 14 | Feb 25 | april 10 | apr-12" },
  {
    why: /cannot be read as a time/,
    phrases:
      "København | 25/2 14 | 14 | møde | 25. | den 25. | 9-10 | maj 2014 - 30. juni 2014 | 25. februar 2014 KL-huset | 2014-02-25T9 | 25. februar 25. marts 2014 | abc 123 | !!! x",
  },
  { why: /too long/, phrases: "lang ".repeat(40).trim() },
];
