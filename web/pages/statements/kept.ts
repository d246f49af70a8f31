// What is kept of people, kind by kind: what it is, who sees it, and for how long. `tables`: where in the database it is, for the test
// that every table there is stands here.
import type { Language } from "../../words-shape.ts";

/** Months that a network's people and words are kept after its end; 0: for good. */
export type Kept = { months: number };
type Words = { title: string; what: string; who: string; until: string | ((kept: Kept) => string) };
export type Kind = { tables: string[] } & Record<Language, Words>;

const AFTER: Record<Language, (what: string, forGood: string) => (kept: Kept) => string> = {
  da: (what, forGood) => (kept) =>
    kept.months === 0
      ? forGood
      : `${what} ${kept.months} måneder efter, at netværket er afsluttet (en prøvekørsel: efter at den blev lavet). Lederen og sekretariatet får besked en måned før.`,
  en: (what, forGood) => (kept) =>
    kept.months === 0
      ? forGood
      : `${what} ${kept.months} months after the network has ended (a rehearsal: after it was made). Its lead and the secretariat are told a month before.`,
};

export const KEPT: Kind[] = [
  {
    tables: ["person", "membership", "office", "person_key"],
    da: {
      title: "Hvem du er",
      what: "Navn, mailadresse, sprog, om du vil have én mail om dagen, om mails kommer retur; hvilke netværk du er med i, med hvilken rolle, organisation og hvilket område; roller i sekretariat og chefforum.",
      who: "De andre i dine netværk, sekretariatet og administratoren. At mails kommer retur, ser kun den, der leder.",
      until: AFTER.da(
        "Slettes sammen med det sidste netværk, du har haft med at gøre:",
        "Til du sletter dig selv, eller administratoren gør det.",
      ),
    },
    en: {
      title: "Who you are",
      what: "Name, e-mail address, language, whether you want one mail a day, whether mails come back; which networks you are in, with which role, organisation and region; roles in the secretariat and the management forum.",
      who: "The others in your networks, the secretariat and the administrator. That mails come back is seen by who leads alone.",
      until: AFTER.en(
        "Erased with the last network that you have had to do with:",
        "Until you erase yourself, or the administrator does.",
      ),
    },
  },
  {
    tables: ["contribution", "file", "played", "script"],
    da: {
      title: "Det, du bidrager med",
      what: "Svar, afleveringer, opdagelser, idéer, kommentarer, referater, aftaler, timer, afgørelser og filer.",
      who: "De andre i netværket. Referater læses af dem, mødet var for, og den, der leder. Hvad den enkelte har stemt i en prioritering, ser ingen.",
      until: AFTER.da(
        "Ordene og filerne slettes",
        "Så længe installationen kører, medmindre du sletter dig selv med det, du har skrevet.",
      ),
    },
    en: {
      title: "What you contribute",
      what: "Answers, deliveries, discoveries, ideas, comments, minutes, agreements, hours, decisions and files.",
      who: "The others in the network. Minutes are read by those the meeting was for, and by who leads. What each has voted in a prioritisation is seen by nobody.",
      until: AFTER.en(
        "The words and the files are erased",
        "As long as the installation runs, unless you erase yourself with what you wrote.",
      ),
    },
  },
  {
    tables: ["network", "ledger", "phase", "idea", "told"],
    da: {
      title: "Hvad der skete",
      what: "Netværkets log: hvem der gjorde hvad og hvornår, under et nummer, med de begrundelser, der blev skrevet; hvordan faser, idéer og afgørelser står.",
      who: "De andre i netværket, sekretariatet og administratoren. Er du slettet, står kun nummeret.",
      until: "Så længe installationen kører: loggen er en kæde, der viser, om nogen har rettet i den.",
    },
    en: {
      title: "What happened",
      what: "The network's ledger: who did what and when, under a number, with the reasons that were written; how phases, ideas and decisions stand.",
      who: "The others in the network, the secretariat and the administrator. Once you are erased only the number stands.",
      until: "As long as the installation runs: the ledger is a chain that shows whether anybody has changed it.",
    },
  },
  {
    tables: ["outbox", "inbox"],
    da: {
      title: "Mails til dig",
      what: "Hvad du har fået at vide, hvornår, om det nåede frem, og hvad mailserveren svarede. Af mails, der kommer ind, gemmes kun et aftryk og hvad de førte til.",
      who: "Den, der leder netværket, og administratoren.",
      until:
        "Hvad der stod i en mail, glemmes et år efter, at den blev sendt; at den blev sendt, står, til netværket glemmes.",
    },
    en: {
      title: "Mails to you",
      what: "What you were told, when, whether it arrived, and what the mail server said. Of mails that come in only an imprint is kept, and what they led to.",
      who: "Who leads the network, and the administrator.",
      until:
        "What a mail said is forgotten a year after it was sent; that it was sent stands until the network is forgotten.",
    },
  },
  {
    tables: ["theme_proposal", "theme_proposal_step", "forum_meeting"],
    da: {
      title: "Temaforslag",
      what: "Hvem der foreslog temaet, hvilke ledere det nævner, hvad chefforum svarede og hvorfor.",
      who: "Den, der foreslog det, de nævnte ledere, sekretariatet, chefforum og administratoren.",
      until: AFTER.da(
        "Et forslag, der blev trukket eller fik nej, slettes lige så længe efter; et, der blev til et netværk, sammen med det:",
        "Så længe installationen kører.",
      ),
    },
    en: {
      title: "Theme proposals",
      what: "Who proposed the theme, which managers it names, what the management forum answered and why.",
      who: "Who proposed it, the managers named, the secretariat, the management forum and the administrator.",
      until: AFTER.en(
        "A proposal that was withdrawn or refused is erased as long after it; one that became a network with that:",
        "As long as the installation runs.",
      ),
    },
  },
  {
    tables: ["token", "sign_in", "feed"],
    da: {
      title: "Dine veje ind",
      what: "Hvor du er logget ind: browserens og maskinens slags, aldrig din adresse på nettet. Ingen adgangskoder: af links, nøgler og kalendere gemmes kun aftryk, som de ikke kan regnes ud af.",
      who: "Du selv; administratoren kan slette dem med dig.",
      until:
        "Et login, der ikke bruges, slutter efter 14 dage og glemmes 30 dage senere. Et link til at logge ind virker et kvarter og glemmes efter et døgn. En nøgle eller en kalender gælder, til du lukker den.",
    },
    en: {
      title: "Your ways in",
      what: "Where you are signed in: the kind of browser and machine, never your address on the net. No passwords: of links, keys and calendars only imprints are kept, from which they cannot be worked out.",
      who: "You; the administrator can erase them with you.",
      until:
        "A sign-in that is not used ends after 14 days and is forgotten 30 days later. A link to sign in works for a quarter of an hour and is forgotten after a day. A key or a calendar holds until you close it.",
    },
  },
  {
    tables: ["draft", "network_draft", "idempotency"],
    da: {
      title: "Kladder og svar, der skal kunne gentages",
      what: "En tekst, du skrev, mens du var logget ud; et netværk, du er ved at planlægge; det, du blev svaret, så det samme tryk to gange kun sker én gang.",
      who: "Kun du selv.",
      until: "30 dage.",
    },
    en: {
      title: "Drafts, and answers that can be repeated",
      what: "A text that you wrote while signed out; a network that you are planning; what you were answered, so that the same press twice happens once.",
      who: "You alone.",
      until: "30 days.",
    },
  },
  {
    tables: [],
    da: {
      title: "Den indbyggede postkasse",
      what: "Mails fra prøvekørsler, og alle mails, hvor ingen mailserver er sat.",
      who: "Den, der har linket, som står, hvor programmet startes.",
      until: "90 dage, og højst 2.000 mails.",
    },
    en: {
      title: "The built-in mailbox",
      what: "Mails of rehearsals, and all mails where no mail server is set.",
      who: "Whoever has the link that is shown where the program is started.",
      until: "90 days, and at most 2,000 mails.",
    },
  },
];
