// Why something about ideas and ballots was refused, in words: what stands in the way and what to do.
import type { Text } from "../../programmes/types.ts";

const list = (ids: readonly string[]): string => ids.join(", ");

export const ideaRefusals = {
  notCaptured: (ids: string[]): Text => ({
    da: `Det går kun med idéer, der er noteret og ikke er kommet videre; det er ikke tilfældet for ${list(ids)}. «npx fremdrift network ideas» viser, hvordan de står.`,
    en: `Only ideas that are captured, and no further, will do; not so ${list(ids)}. «npx fremdrift network ideas» shows how they stand.`,
  }),
  twice: (id: string): Text => ({
    da: `«${id}» er nævnt to gange; nævn hver én gang.`,
    en: `«${id}» is named twice; name each once.`,
  }),
  merged: (idea: string, into: string): Text => ({
    da: `Idéen ${idea} er lagt ind i ${into}: brug ${into}, eller del den op først (splitIdea).`,
    en: `The idea ${idea} has been merged into ${into}: use ${into}, or split that first (splitIdea).`,
  }),
  wasSplit: (idea: string, sources: string[]): Text => ({
    da: `Konceptet ${idea} er delt op igen: brug idéerne ${list(sources)}.`,
    en: `The concept ${idea} has been split again: use the ideas ${list(sources)}.`,
  }),
  noConcept: (idea: string): Text => ({
    da: `Idéen ${idea} er ikke sat sammen af andre; der er intet at dele op.`,
    en: `The idea ${idea} is not made of others; there is nothing to split.`,
  }),
  splitTooLate: (idea: string): Text => ({
    da: `Konceptet ${idea} er kommet videre end noteret og kan ikke deles op mere.`,
    en: `The concept ${idea} is past being captured and can no longer be split.`,
  }),
  tooFewIdeas: (): Text => ({
    da: "Der skal være mindst to noterede idéer at prioritere mellem.",
    en: "There have to be at least two captured ideas to choose between.",
  }),
  ballotThere: (id: string): Text => ({
    da: `Der er allerede en prioritering «${id}». Vælg et andet id, eller udelad det.`,
    en: `There is a ballot «${id}» already. Choose another id, or leave it out.`,
  }),
  closesEarlier: (): Text => ({
    da: "Prioriteringen ville lukke, før den åbner. Skriv en senere dato (closes).",
    en: "The ballot would close before it opens. Write a later date (closes).",
  }),
  otherMethod: (fields: string[], method: string): Text => ({
    da: `${list(fields)} hører ikke til metoden «${method}»; udelad det.`,
    en: `${list(fields)} does not belong to the method «${method}»; leave it out.`,
  }),
  tooManyOnOne: (): Text => ({
    da: "Ingen kan sætte flere prikker på én idé (most), end de har (dots).",
    en: "Nobody can put more dots on one idea (most) than they have (dots).",
  }),
  noBallot: (id: string, known: string[]): Text => ({
    da: `Der er ingen prioritering «${id}». ${known.length > 0 ? `Der er: ${list(known)}.` : "Åbn en først (openBallot)."}`,
    en: `There is no ballot «${id}». ${known.length > 0 ? `There are: ${list(known)}.` : "Open one first (openBallot)."}`,
  }),
  ballotOver: (id: string, state: "closed" | "cancelled"): Text => ({
    da: `Prioriteringen ${id} er ${state === "closed" ? "lukket" : "aflyst"}. Åbn en ny, hvis der skal stemmes igen (openBallot).`,
    en: `The ballot ${id} is ${state}. Open a new one to vote again (openBallot).`,
  }),
  ballotOpen: (id: string): Text => ({
    da: `Prioriteringen ${id} er ikke lukket: der er ingen rækkefølge at gå imod endnu. Luk den først (closeBallot).`,
    en: `The ballot ${id} is not closed: there is no order to overrule yet. Close it first (closeBallot).`,
  }),
  notOnBallot: (ids: string[], known: string[]): Text => ({
    da: `${list(ids)} er ikke med i prioriteringen. Med er: ${list(known)}.`,
    en: `${list(ids)} is not on the ballot. On it are: ${list(known)}.`,
  }),
  wrongVote: (method: "dots" | "scores" | "pairs"): Text => ({
    da: `Her stemmes med ${method} (${METHOD_DA[method]}). Skriv det, eller abstain for ikke at stemme.`,
    en: `Votes are cast as ${method} here. Write that, or abstain.`,
  }),
  tooManyDots: (given: number, dots: number): Text => ({
    da: `Du har sat ${given} prikker, men har ${dots}.`,
    en: `You have put ${given} dots, and have ${dots}.`,
  }),
  tooManyOnIdea: (idea: string, most: number): Text => ({
    da: `Der må højst være ${most} af dine prikker på én idé; se ${idea}.`,
    en: `At most ${most} of your dots may be on one idea; see ${idea}.`,
  }),
  noCriterion: (ids: string[], known: string[]): Text => ({
    da: `Der er intet kriterium ${list(ids)}. Kriterierne er: ${list(known)}.`,
    en: `There is no criterion ${list(ids)}. The criteria are: ${list(known)}.`,
  }),
  wrongPair: (one: string, other: string): Text => ({
    da: `Parret ${one}, ${other} duer ikke: hvert par er to forskellige idéer og står én gang.`,
    en: `The pair ${one}, ${other} will not do: each pair is two different ideas, and is there once.`,
  }),
  notWhole: (known: string[]): Text => ({
    da: `Rækkefølgen skal have alle prioriteringens idéer én gang: ${list(known)}.`,
    en: `The order has to have all ideas of the ballot once: ${list(known)}.`,
  }),
  noVoter: (): Text => ({
    da: "Kun den, der er med i netværket, kan stemme.",
    en: "Only who is in the network can vote.",
  }),
  noDiscovery: (ids: string[]): Text => ({
    da: `Der er ingen opdagelse ${list(ids)}. Læs opdagelserne med deres id'er først (GET …/discoveries).`,
    en: `There is no discovery ${list(ids)}. Read the discoveries with their ids first (GET …/discoveries).`,
  }),
  noTheme: (ids: string[]): Text => ({
    da: `Der er intet tema ${list(ids)}. Skriv et tema, der er, eller temaet med ord.`,
    en: `There is no theme ${list(ids)}. Write one that there is, or the theme in words.`,
  }),
};

const METHOD_DA = { dots: "prikker", scores: "point 1–5", pairs: "to og to" };
