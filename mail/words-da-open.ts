// What mails say in Danish about open meetings and date polls.
import type { Catalogue } from "./catalogue.ts";

const dash = (day?: string) => (day === undefined ? "" : ` – ${day}`);
const PLANNED_FOR = "du er blandt dem, mødet er planlagt for";
const SIGNED_UP = "du har tilmeldt dig mødet";
const LEADS = "du leder netværket";

/** Those of its reasons that are about who comes, and when. */
export const openMeetings = {
  "poll-opened": ({ title, network, day }) => ({
    subject: `Hvornår kan du? ${title}${day === undefined ? "" : ` – svar senest ${day}`}`,
    lead: `Der skal findes en dato til »${title}« i netværket »${network}«. Sig, hvilke af de foreslåede der passer dig.`,
    ask: "Du kan ændre dit svar, indtil datoen er valgt.",
    link: "Se mødet",
    why: PLANNED_FOR,
  }),
  "poll-reminder": ({ title, network }) => ({
    subject: `Vi mangler dit svar: hvornår kan du? ${title}`,
    lead: `Vi mangler dit svar på, hvornår »${title}« i netværket »${network}« kan være.`,
    ask: "Det tager kun et øjeblik.",
    link: "Se mødet",
    why: `${PLANNED_FOR} og ikke har svaret`,
  }),
  "poll-ended": ({ title, network }) => ({
    subject: `Vælg en dato: ${title}`,
    lead: `Fristen for at sige, hvornår »${title}« i netværket »${network}« kan være, er forbi. Nu kan du vælge datoen; så går invitationerne.`,
    link: "Se svarene",
    why: LEADS,
  }),
  "poll-cancelled": ({ title, network }) => ({
    subject: `Du skal ikke længere svare: ${title}`,
    lead: `Der spørges ikke længere om en dato til »${title}« i netværket »${network}«.`,
    link: "Se mødet",
    why: PLANNED_FOR,
  }),
  "signup-opened": ({ title, network, day }) => ({
    subject: `Åbent for tilmelding: ${title}${dash(day)}`,
    lead: `Nu kan du tilmelde dig »${title}« i netværket »${network}«. Pladserne gives i den rækkefølge, folk tilmelder sig.`,
    ask: "Der er kun plads til dig, når du har tilmeldt dig – også hvis du har fået en invitation før.",
    link: "Se mødet",
    why: PLANNED_FOR,
  }),
  "signup-seated": ({ title, network, day }) => ({
    subject: `Du har fået plads: ${title}${dash(day)}`,
    lead: `Du er tilmeldt »${title}« i netværket »${network}«, og du har fået en plads.`,
    ask: "Kan du ikke komme alligevel, så meld afbud her, så en anden kan få pladsen.",
    link: "Se mødet",
    why: SIGNED_UP,
  }),
  "signup-waiting": ({ title, network, day }) => ({
    subject: `Du er på ventelisten: ${title}${dash(day)}`,
    lead: `Alle pladser til »${title}« i netværket »${network}« er taget. Du står på ventelisten, og vi skriver, hvis du får en plads.`,
    ask: "Vil du ikke vente, så meld fra her.",
    link: "Se mødet",
    why: SIGNED_UP,
  }),
  "signup-moved-up": ({ title, network, day }) => ({
    subject: `Du har fået plads fra ventelisten: ${title}${dash(day)}`,
    lead: `Der er blevet en plads til dig til »${title}« i netværket »${network}«. Du behøver ikke gøre mere.`,
    ask: "Kan du ikke komme alligevel, så meld afbud her, så den næste kan få pladsen.",
    link: "Se mødet",
    why: SIGNED_UP,
  }),
  "signup-withdrawn": ({ title, network, day }) => ({
    subject: `Du er afmeldt: ${title}${dash(day)}`,
    lead: `Du er ikke længere tilmeldt »${title}« i netværket »${network}«, og din plads er givet fri.`,
    link: "Se mødet",
    why: "du var tilmeldt mødet",
  }),
  "signup-unlisted": ({ title, network, day }) => ({
    subject: `Du er taget af ventelisten: ${title}${dash(day)}`,
    lead: `Du står ikke længere på ventelisten til »${title}« i netværket »${network}«.`,
    link: "Se mødet",
    why: "du stod på ventelisten til mødet",
  }),
} satisfies Partial<Catalogue>;
