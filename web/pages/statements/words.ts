// The statements on personal data and on accessibility, which anybody may read.
import type { Language } from "../../words-shape.ts";

export type Statement = { title: string; lead: string; sections: { title: string; lines: string[] }[] };

const PRIVACY_DA: Statement = {
  title: "Personoplysninger",
  lead: "Hvad Fremdrift gemmer om dig, hvem der ser det, hvor længe, og hvad du selv kan gøre.",
  sections: [
    {
      title: "Hvem der ellers ser noget",
      lines: [
        "Administratoren, som driver programmet, kan se alt, der er gemt.",
        "Samarbejdsaftaler og det, de siger, læses af alle i netværket.",
        "Rapporter nævner kun navne, når nogen beder om det.",
        "Programmets egen log nævner ingen: hverken navne, adresser eller det, nogen har skrevet.",
        "Intet sendes til andre: siderne henter ikke noget andre steder fra, og der måles ikke på dig.",
      ],
    },
    {
      title: "Hvad du selv kan gøre",
      lines: [
        "Under Min profil henter du alt, der er gemt om dig, som en fil.",
        "Under Min profil sletter du dig selv. Så forsvinder navn og adresse overalt, også i historikken; det, du har skrevet, bliver stående uden navn, eller ordene går med: det vælger du.",
        "Under Min profil logger du ud andre steder og lukker kalendere.",
        "Er noget forkert, så sig det til netværkslederen.",
      ],
    },
    {
      title: "Cookies",
      lines: [
        "Kun de nødvendige: at du er logget ind, dit sprog, og en kort besked om det, du lige gjorde. Ingen andre.",
      ],
    },
  ],
};

const PRIVACY_EN: Statement = {
  title: "Personal data",
  lead: "What Fremdrift keeps about you, who sees it, for how long, and what you can do.",
  sections: [
    {
      title: "Who else sees anything",
      lines: [
        "The administrator who runs the program can see all that is kept.",
        "Collaboration agreements, and what they say, are read by everybody in the network.",
        "Reports name people only when somebody asks for it.",
        "The program's own log names nobody: no names, no addresses, and nothing that anybody wrote.",
        "Nothing is sent to others: pages load nothing from elsewhere, and you are not measured.",
      ],
    },
    {
      title: "What you can do",
      lines: [
        "Under My profile you get everything that is kept about you as a file.",
        "Under My profile you erase yourself. Name and address then go everywhere, in the history too; what you wrote stays without a name, or its words go as well: you choose.",
        "Under My profile you sign out elsewhere and close calendars.",
        "If something is wrong, tell the network lead.",
      ],
    },
    {
      title: "Cookies",
      lines: [
        "Only the necessary ones: that you are signed in, your language, and a short word on what you just did. No others.",
      ],
    },
  ],
};

const ACCESSIBILITY_DA: Statement = {
  title: "Tilgængelighed",
  lead: "Siderne er lavet, så de kan bruges af alle, efter WCAG 2.1 niveau AA.",
  sections: [
    {
      title: "Sådan er de lavet",
      lines: [
        "Alt kan gøres med tastatur, og man ser altid, hvor man er.",
        "Alt virker uden JavaScript.",
        "Farve står aldrig alene: der er altid ord eller tegn ved siden af.",
        "Tidslinjen og metodens billede findes også som tabel og liste med det samme indhold.",
        "Siderne passer på en telefon på 320 punkter uden at rulle til siden; brede tabeller ruller i deres egen ramme.",
        "Fejl siger, hvad der skal rettes, og det, man har skrevet, går ikke tabt.",
      ],
    },
    {
      title: "Det er prøvet",
      lines: [
        "Hver side efterses med axe, på dansk og engelsk, på telefon og skærm: ingen fejl.",
        "Hovedopgaverne er prøvet i Chromium, med tastatur alene og uden JavaScript.",
        "Farverne er målt: tekst har mindst kontrasten 4,5 til 1.",
      ],
    },
    {
      title: "Det er ikke prøvet endnu",
      lines: ["Gennemgang af et menneske, der bruger skærmlæser til daglig.", "Andre browsere end Chromium."],
    },
    {
      title: "Noget, der ikke virker?",
      lines: ["Sig det til netværkslederen eller til den, der driver Fremdrift hos jer. Skriv, hvilken side det var."],
    },
  ],
};

const ACCESSIBILITY_EN: Statement = {
  title: "Accessibility",
  lead: "The pages are made to be used by everybody, to WCAG 2.1 level AA.",
  sections: [
    {
      title: "How they are made",
      lines: [
        "Everything can be done by keyboard, and you always see where you are.",
        "Everything works without JavaScript.",
        "Colour never stands alone: there are words or signs beside it.",
        "The timeline and the method's picture are there as a table and a list with the same content.",
        "Pages fit a phone of 320 points without scrolling sideways; wide tables scroll in their own frame.",
        "Errors say what to mend, and what was typed is not lost.",
      ],
    },
    {
      title: "What was tested",
      lines: [
        "Each page is checked with axe, in Danish and English, on phone and screen: no violations.",
        "The main tasks were tried in Chromium, by keyboard alone and without JavaScript.",
        "Colours were measured: text has a contrast of at least 4.5 to 1.",
      ],
    },
    {
      title: "What was not tested yet",
      lines: ["A review by somebody who uses a screen reader every day.", "Other browsers than Chromium."],
    },
    {
      title: "Something that does not work?",
      lines: ["Tell the network lead, or whoever runs Fremdrift where you are. Say which page it was."],
    },
  ],
};

/** What the parts of a kind of data are called. */
export const PARTS: Record<Language, { title: string; what: string; who: string; until: string }> = {
  da: {
    title: "Hvad der gemmes, hvem der ser det, og hvor længe",
    what: "Hvad",
    who: "Hvem ser det",
    until: "Hvor længe",
  },
  en: { title: "What is kept, who sees it, and for how long", what: "What", who: "Who sees it", until: "For how long" },
};

export const PRIVACY: Record<Language, Statement> = { da: PRIVACY_DA, en: PRIVACY_EN };
export const ACCESSIBILITY: Record<Language, Statement> = { da: ACCESSIBILITY_DA, en: ACCESSIBILITY_EN };
