// The statements on personal data and on accessibility, which anybody may read.
import type { Language } from "../../words-shape.ts";

export type Statement = { title: string; lead: string; sections: { title: string; lines: string[] }[] };

const PRIVACY_DA: Statement = {
  title: "Personoplysninger",
  lead: "Hvad Fremdrift gemmer om dig, hvem der ser det, hvor længe, og hvad du selv kan gøre.",
  sections: [
    {
      title: "Hvad der gemmes",
      lines: [
        "Dit navn, din mailadresse, dit sprog, og om du vil have én mail om dagen.",
        "Hvilke netværk du er med i, med hvilken rolle, organisation og hvilket område.",
        "Det, du svarer, afleverer, skriver, stemmer og afgør i netværkene, og hvornår.",
        "Hvilke mails du har fået, og om de nåede frem.",
        "Hvor du er logget ind: browserens og maskinens slags, aldrig din adresse på nettet.",
        "Ingen adgangskoder. Af links og nøgler gemmes kun aftryk, som de ikke kan regnes ud af.",
      ],
    },
    {
      title: "Hvem der ser det",
      lines: [
        "De andre i dit netværk: navn, mail, rolle og organisation, og det, du bidrager med.",
        "Netværkslederen desuden: hvad du har svaret på deltagelse, og om mails kommer retur.",
        "Hvad den enkelte har stemt i en prioritering, ser ingen.",
        "Administratoren, som driver programmet.",
        "Rapporter nævner kun navne, når nogen beder om det.",
        "Intet sendes til andre: siderne henter ikke noget andre steder fra, og der måles ikke på dig.",
      ],
    },
    {
      title: "Hvor længe",
      lines: [
        "Et login, der ikke bruges, slutter efter 14 dage og glemmes 30 dage senere.",
        "Et link til at logge ind virker et kvarter og glemmes efter et døgn.",
        "En tekst, du skrev, mens du var logget ud, gemmes i 30 dage.",
        "Et netværks historik står, så længe netværket er der: den viser, hvad der blev besluttet og hvorfor.",
      ],
    },
    {
      title: "Hvad du selv kan gøre",
      lines: [
        "Under Min profil henter du alt, der er gemt om dig, som en fil.",
        "Under Min profil sletter du dig selv. Så forsvinder navn og adresse overalt, også i historikken; det, netværket bygger på, står tilbage uden navn.",
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
      title: "What is kept",
      lines: [
        "Your name, e-mail address and language, and whether you want one mail a day.",
        "Which networks you are in, with which role, organisation and region.",
        "What you answer, deliver, write, vote and decide in the networks, and when.",
        "Which mails you were sent, and whether they arrived.",
        "Where you are signed in: the kind of browser and machine, never your address on the net.",
        "No passwords. Of links and keys only imprints are kept, from which they cannot be worked out.",
      ],
    },
    {
      title: "Who sees it",
      lines: [
        "The others in your network: name, mail, role and organisation, and what you contribute.",
        "The network lead also: what you answered about taking part, and whether mails come back.",
        "What each has voted in a prioritisation is seen by nobody.",
        "The administrator who runs the program.",
        "Reports name people only when somebody asks for it.",
        "Nothing is sent to others: pages load nothing from elsewhere, and you are not measured.",
      ],
    },
    {
      title: "For how long",
      lines: [
        "A sign-in that is not used ends after 14 days and is forgotten 30 days later.",
        "A link to sign in works for a quarter of an hour and is forgotten after a day.",
        "A text that you wrote while signed out is kept for 30 days.",
        "A network's history stands as long as the network does: it shows what was decided and why.",
      ],
    },
    {
      title: "What you can do",
      lines: [
        "Under My profile you get everything that is kept about you as a file.",
        "Under My profile you erase yourself. Name and address then go everywhere, in the history too; what the network builds on stays without a name.",
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

export const PRIVACY: Record<Language, Statement> = { da: PRIVACY_DA, en: PRIVACY_EN };
export const ACCESSIBILITY: Record<Language, Statement> = { da: ACCESSIBILITY_DA, en: ACCESSIBILITY_EN };
