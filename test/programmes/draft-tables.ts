// Two tables as plans have them: one in programme weeks and phases, one of dates with audiences and places.

export const PHASED: string[][] = [
  ["Uge", "Fase", "Opgaver og aftaler"],
  ["1", "Fase 1", "Dag 1 ledermøde\nDag 3 snak med personaleleder\n• desktop-research"],
  ["3-4", "–", "Pause"],
  ["6", "Fase 2", "Delvis pause"],
  ["7\nDag 15", "Fase 2/3", "Møde 1\nFokusering: hvilken forandring drømmer vi om?"],
  ["8-9", "", "Pause med arbejde\nPlanlæg møde 2"],
  ["10 (Dag 41)", "Fase 4-6", "Møde 2"],
  ["11", "〃", "Møde 3\nHjemmearbejde: egne opdagelser"],
  ["12", "〃", "Tematiseringsworkshop"],
  ["14, 22.11.", "Fase 6", "Møde 5, idéworkshop"],
  ["17 el. 18", "Fase 7", "Udvikl idéer videre\nForbered præsentation"],
  ["", "Fase 8", "Planlæg test"],
  ["25-27", "Fase 8", "Godkend, justér eller kassér hver idé"],
];

export const DATED: string[][] = [
  ["Netværk for fællesskabsagenter"],
  ["Id", "Hvornår", "Hvad", "Deltagere", "Formål", "Sted", "Bemærkning"],
  ["E1", "25. februar 2014", "Lederdag", "Ledere", "Kick-off", "KL-huset, København", ""],
  ["E2", "onsdag 3. marts 2014", "1. kursusdag", "Konsulenter", "", "KL-huset", "husk mad"],
  ["H1", "marts 2014", "Hjemmearbejde", "Alle", "", "", ""],
  ["E3", "9.-10. april 2014", "2.+3. kursusdag", "Konsulenter", "", "Mødecenter Odense", ""],
  ["H3", "mellem e5 og e6", "Hjemmearbejde", "?", "", "", ""],
  ["E5", "20/5 2014", "4. kursusdag", "2 konsulenter og projektleder", "", "", ""],
  ["E6", "øst 10. september / vest 11. september 2014", "1. netværksmøde", "Agenter + konsulenter", "", "Vanløse", ""],
  ["E8", "4. dec.", "Afsluttende konference", "Resten af netværket", "", "?", ""],
  ["", "før møde 7", "Et eller andet", "", "", "", ""],
  ["E9", "5. december 2014", "", "", "", "", ""],
];
