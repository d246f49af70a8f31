// What the page of a network's report says.
import type { Language } from "../../words-shape.ts";

type Words = {
  title: string;
  lead: string;
  going: string;
  read: string;
  readHint: string;
  withNames: string;
  withNamesHint: string;
  without: string;
  print: string;
  files: string;
  as: Record<"csv" | "ics" | "json" | "html", string>;
};

export const REPORT: Record<Language, Words> = {
  da: {
    title: "Rapport",
    lead: "Hele forløbet på én side: formål, hvad der skete, idéer og afgørelser, tid og penge, næste skridt.",
    going: "Netværket er i gang. Rapporten viser, hvordan det står nu.",
    read: "Læs rapporten",
    readHint: "Uden navne: kan deles med alle.",
    withNames: "Læs den med navne",
    withNamesHint: "Kun til dem, der må kende deltagerne.",
    without: "Vil du have den som PDF eller på papir, så åbn rapporten og vælg Udskriv i browseren.",
    print: "Sådan udskriver du",
    files: "Planen og forløbet som fil",
    as: {
      html: "Plan til udskrift (HTML)",
      csv: "Regneark (CSV)",
      ics: "Kalender (ICS)",
      json: "Alle data (JSON)",
    },
  },
  en: {
    title: "Report",
    lead: "The whole course on one page: purpose, what happened, ideas and decisions, time and money, next steps.",
    going: "The network is under way. The report shows how it stands now.",
    read: "Read the report",
    readHint: "Without names: can be shared with everybody.",
    withNames: "Read it with names",
    withNamesHint: "Only for those who may know who took part.",
    without: "For a PDF or paper, open the report and choose Print in the browser.",
    print: "How to print",
    files: "The plan and its course as a file",
    as: { html: "Plan for print (HTML)", csv: "Spreadsheet (CSV)", ics: "Calendar (ICS)", json: "All data (JSON)" },
  },
};
