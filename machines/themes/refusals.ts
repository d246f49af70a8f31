// Why a step of a theme proposal is refused: what stands in the way, and what to do.
import type { Text } from "../../programmes/types.ts";
import type { Outcome, ThemeState, ThemeStep } from "./types.ts";

export const themeRefusals = {
  own: (): Text => ({
    da: "Du har selv stillet forslaget. En anden i chefforum skal sige, hvad I besluttede.",
    en: "The proposal is your own. Somebody else in the management forum has to say what you decided.",
  }),
  reason: (outcome: Outcome): Text => ({
    da: `«${OUTCOMES_DA[outcome]}» kræver en begrundelse, som den, der stillede forslaget, kan læse. Skriv den (reason).`,
    en: `«${outcome}» demands a reason that whoever made the proposal can read. Write it (reason).`,
  }),
  notOwn: (): Text => ({
    da: "Kun den, der stillede forslaget, kan trække det tilbage. Sig i stedet nej i chefforum.",
    en: "Only who made the proposal can withdraw it. Say no in the management forum instead.",
  }),
  state: (state: ThemeState, step: ThemeStep["kind"]): Text => ({
    da: `Forslaget er ${STATES_DA[state]}; der kan man ikke ${STEPS_DA[step]}. ${NEXT[state].da}`,
    en: `The proposal ${STATES_EN[state]}; nobody can ${STEPS_EN[step]} then. ${NEXT[state].en}`,
  }),
  hoursAre: (agreed: boolean): Text =>
    agreed
      ? { da: "Skriv, hvor mange dage I har aftalt (days).", en: "Write how many days you have agreed on (days)." }
      : {
          da: "Skriv kun dage (days), når der er aftalt tid; ellers hvorfor ikke (reason).",
          en: "Write days only where time is agreed on; else why not (reason).",
        },
  mayNotDecide: (): Text => ({
    da: "Kun chefforum beslutter, hvilke temaer der bliver til netværk. En administrator kan give rollen («fremdrift office set»).",
    en: "Only the management forum decides which themes become networks. An administrator can give the role («fremdrift office set»).",
  }),
  mayNotAgree: (): Text => ({
    da: "Kun den personaleleder, der står i forslaget, aftaler timer.",
    en: "Only the line manager named in the proposal agrees hours.",
  }),
  mayNotStart: (): Text => ({
    da: "Sekretariatet, chefforum eller den, der stillede forslaget, starter netværket.",
    en: "The secretariat, the management forum or whoever made the proposal starts the network.",
  }),
  noPerson: (): Text => ({
    da: "Et forslag stilles af en person: brug din egen adgangsnøgle i stedet for administratorens.",
    en: "A proposal is a person's: use your own token instead of the administrator's.",
  }),
};

const OUTCOMES_DA: Record<Outcome, string> = { yes: "ja", no: "nej", wait: "vent" };
const STATES_DA: Record<ThemeState, string> = {
  proposed: "ikke behandlet endnu",
  waiting: "sat til at vente",
  accepted: "godkendt",
  refused: "afvist",
  withdrawn: "trukket tilbage",
  starting: "ved at blive til et netværk",
  made: "blevet til et netværk",
};
const STATES_EN: Record<ThemeState, string> = {
  proposed: "has not been decided yet",
  waiting: "was told to wait",
  accepted: "was accepted",
  refused: "was refused",
  withdrawn: "was withdrawn",
  starting: "is becoming a network",
  made: "has become a network",
};
const STEPS_DA: Record<ThemeStep["kind"], string> = {
  decided: "beslutte om det",
  withdrawn: "trække det tilbage",
  hours: "aftale timer",
  starting: "starte netværket",
  made: "lave netværket",
};
const STEPS_EN: Record<ThemeStep["kind"], string> = {
  decided: "decide on it",
  withdrawn: "withdraw it",
  hours: "agree hours",
  starting: "start the network",
  made: "make the network",
};

const FORUM: Text = { da: "Chefforum skal sige ja først.", en: "The management forum has to say yes first." };
const ANEW: Text = { da: "Stil et nyt forslag.", en: "Make a new proposal." };
const THERE: Text = { da: "Gå til netværket.", en: "Go to the network." };
const NEXT: Record<ThemeState, Text> = {
  proposed: FORUM,
  waiting: FORUM,
  accepted: {
    da: "Start netværket, eller træk forslaget tilbage.",
    en: "Start the network, or withdraw the proposal.",
  },
  refused: ANEW,
  withdrawn: ANEW,
  starting: { da: "Start det igen for at gøre det færdigt.", en: "Start it again to finish it." },
  made: THERE,
};
