// Why a trigger was refused, in words: what stands in the way and what to do.
import type { Programme, Text } from "../programmes/types.ts";
import { partsOf } from "./view.ts";
import type { View } from "./ledger.ts";

export const refusals = {
  unknown: (type: string): Text => ({
    da: `Der findes ingen handling «${type}». «npx fremdrift trigger types» viser dem, der er.`,
    en: `There is no trigger «${type}». «npx fremdrift trigger types» lists those there are.`,
  }),
  role: (type: string, role: string, allowed: string[]): Text => ({
    da: `Rollen ${role} må ikke «${type}». Det må: ${allowed.join(", ") || "ingen i dette program"}.`,
    en: `The role ${role} may not «${type}». These may: ${allowed.join(", ") || "nobody in this programme"}.`,
  }),
  ended: (): Text => ({
    da: "Netværket er afsluttet; det tager ikke imod mere. Rapport og log kan stadig læses.",
    en: "The network has ended and takes nothing more. Its report and ledger can still be read.",
  }),
  accountsClosed: (days: number): Text => ({
    da: `Netværket er afsluttet. I ${days} dage efter kan den, der leder, og sekretariatet notere udgifter og timer; ellers tager det ikke imod mere.`,
    en: `The network has ended. For ${days} days after it, whoever leads and the secretariat can record spending and hours; it takes nothing else.`,
  }),
  missing: (advisory: boolean): Text => ({
    da: `Noget mangler endnu: se listen. ${advisory ? "Du kan gå videre alligevel med en note (note)." : "Prøv igen, når det er på plads."}`,
    en: `Something is missing: see the list. ${advisory ? "You may go on all the same with a note (note)." : "Try again when it is done."}`,
  }),
  absent: (subject: string): Text => {
    const [kind, id] = partsOf(subject);
    return {
      da: `«${id}» findes ikke i netværket (${kind === "idea" ? "idé" : "punkt"}). «npx fremdrift network show» viser, hvad der er.`,
      en: `There is no ${kind} «${id}» in the network. «npx fremdrift network show» lists what there is.`,
    };
  },
  noPeriod: (): Text => ({
    da: "Perioden slutter, før den begynder: »to« er den første dag, stedfortræderen ikke længere er det.",
    en: "The period ends before it begins: “to” is the first day on which the substitute no longer is.",
  }),
  nobody: (email: string): Text => ({
    da: `${email} er ikke med i netværket. Tilføj personen først.`,
    en: `${email} is not in the network. Add the person first.`,
  }),
  onBehalf: (): Text => ({
    da: "Kun netværkslederen kan svare for andre. Udelad «person» for at svare for dig selv.",
    en: "Only the lead can answer for others. Leave out «person» to answer for yourself.",
  }),
  notSubstitute: (email: string): Text => ({
    da: `Du er ikke stedfortræder for ${email} nu. Udelad «for» for at svare for dig selv.`,
    en: `You are not the substitute of ${email} now. Leave out «for» to answer for yourself.`,
  }),
  forWhom: (emails: string[]): Text => ({
    da: `Du er stedfortræder for flere, der skal tage stilling: skriv for hvem («for»). Det kan være: ${emails.join(", ")}.`,
    en: `You stand in for several who are to decide: say for whom («for»). It may be: ${emails.join(", ")}.`,
  }),
  votedThemselves: (): Text => ({
    da: "Den, du er stedfortræder for, har selv stemt, og den stemme gælder. Kun den, der gav den, kan ændre den.",
    en: "Whom you stand in for has voted, and that vote counts. Only who cast it can change it.",
  }),
  notInRole: (email: string, role: string): Text => ({
    da: `${email} har ikke rollen ${role}.`,
    en: `${email} does not hold the role ${role}.`,
  }),
  noRole: (role: string, codes: string[]): Text => ({
    da: `Rollen «${role}» findes ikke i programmet. Rollerne er: ${codes.join(", ")}.`,
    en: `There is no role «${role}» in the programme. The roles are: ${codes.join(", ")}.`,
  }),
  lastInRole: (email: string, role: string): Text => ({
    da: `${email} er den eneste med rollen ${role}, som nogen skal have. Giv den videre først (handOver).`,
    en: `${email} alone holds the role ${role}, which somebody must. Hand it over first (handOver).`,
  }),
  notYourLink: (): Text => ({
    da: "Et link fjernes af den, der lagde det, eller den, der leder netværket.",
    en: "A link is removed by whoever put it there, or by whoever leads the network.",
  }),
  noCondition: (condition: string, known: string[]): Text => ({
    da: `Der er ingen betingelse «${condition}». ${known.length > 0 ? `Der er: ${known.join(", ")}.` : "Programmet har ingen."}`,
    en: `There is no condition «${condition}». ${known.length > 0 ? `There are: ${known.join(", ")}.` : "The programme has none."}`,
  }),
  notMeasured: (missing: string[], unknown: string[]): Text => ({
    da: [
      missing.length > 0 ? `Målingen mangler kriterium ${missing.join(", ")}.` : "",
      unknown.length > 0 ? `Programmet har ikke kriterium ${unknown.join(", ")}.` : "",
    ]
      .join(" ")
      .trim(),
    en: [
      missing.length > 0 ? `The record lacks criterion ${missing.join(", ")}.` : "",
      unknown.length > 0 ? `The programme has no criterion ${unknown.join(", ")}.` : "",
    ]
      .join(" ")
      .trim(),
  }),
  noSession: (session: string, known: string[]): Text => ({
    da: `Mødet har ikke delen «${session}». ${known.length > 0 ? `Delene er: ${known.join(", ")}.` : "Det har ingen dele."}`,
    en: `The meeting has no session «${session}». ${known.length > 0 ? `Its sessions are: ${known.join(", ")}.` : "It has none."}`,
  }),
  nothingToUndo: (seq: number): Text => ({
    da: `Nummer ${seq} i loggen er ingen ændring af planen, der kan fortrydes.`,
    en: `Number ${seq} in the ledger is no change of the plan that can be undone.`,
  }),
  alreadySent: (seq: number): Text => ({
    da: `Nummer ${seq} kan ikke fortrydes: nogen har fået besked om det. Lav i stedet en ny ændring.`,
    en: `Number ${seq} cannot be undone: somebody has been told of it. Make a new change instead.`,
  }),
  changedSince: (seq: number, later: number): Text => ({
    da: `Nummer ${seq} kan ikke fortrydes: det er ændret siden, i nummer ${later}. Fortryd den først.`,
    en: `Number ${seq} cannot be undone: it has changed since, in number ${later}. Undo that first.`,
  }),
  noPart: (what: "role" | "phase", id: string, known: string[]): Text => ({
    da: `${what === "role" ? "Rollen" : "Fasen"} «${id}» findes ikke. Der er: ${known.join(", ")}.`,
    en: `There is no ${what} «${id}». There are: ${known.join(", ")}.`,
  }),
  fault: (): Text => ({
    da: "Handlingen fejlede og blev ikke udført; netværket står, som det stod. Fejlen er noteret.",
    en: "The trigger failed and was not carried out; the network stands as it stood. The fault is recorded.",
  }),
};

/** No such message is to come: what is, about the same thing. */
export function noMessage(view: View, subject: string, rule: string): Text {
  const known = Object.values(view.planned)
    .filter((message) => message.subject === subject)
    .map((message) => message.rule);
  return {
    da: `Der er ingen besked «${rule}» på vej om ${subject}. På vej er: ${known.join(", ") || "ingen"}.`,
    en: `No message «${rule}» about ${subject} is to come. To come: ${known.join(", ") || "none"}.`,
  };
}

/** There is no such rule, or the item that it is to be changed for has none. */
export function noRule({ reminders }: Programme, rule: string): Text {
  const known = reminders.map(({ id }) => id).join(", ");
  return {
    da: `Reglen «${rule}» findes ikke for det punkt. Reglerne er: ${known}.`,
    en: `There is no rule «${rule}» for that item. The rules are: ${known}.`,
  };
}

/** Why an actor does not take a trigger in the state it is in. */
export function stateRefusal(programme: Programme, view: View, type: string, subject: string, phase?: string): Text {
  if (phase !== undefined) return phaseRefusal(programme, view, phase);
  const [kind, id] = partsOf(subject);
  const idea = view.ideas[id];
  if (kind === "idea" && idea) {
    const last = idea.state === "deciding" && idea.round >= programme.rounds;
    return last
      ? {
          da: `Idéen ${id} er i sidste runde (${idea.round} af ${programme.rounds}): godkend eller kassér den.`,
          en: `The idea ${id} is in its last round (${idea.round} of ${programme.rounds}): approve or discard it.`,
        }
      : {
          da: `Idéen ${id} er «${IDEA_DA[idea.state]}»; der kan den ikke «${type}».`,
          en: `The idea ${id} is «${idea.state}»; it cannot take «${type}» there.`,
        };
  }
  const item = view.items[id];
  return {
    da: `Punktet ${id} er «${ITEM_DA[item?.state ?? "planned"]}»; der kan det ikke «${type}».${hint(item?.state, type, "da")}`,
    en: `The item ${id} is «${item?.state}»; it cannot take «${type}» there.${hint(item?.state, type, "en")}`,
  };
}

function phaseRefusal(programme: Programme, view: View, phase: string): Text {
  const found = programme.phases.find(({ id }) => id === phase);
  if (!found) {
    const all = programme.phases.map(({ id }) => id).join(", ");
    return {
      da: `Fasen «${phase}» findes ikke. Faserne er: ${all}.`,
      en: `There is no phase «${phase}». The phases are: ${all}.`,
    };
  }
  const state = view.phases[phase]?.state ?? "waiting";
  return {
    da: `Fasen «${found.title.da}» er ${PHASE_DA[state]}.`,
    en: `The phase «${found.title.en}» is ${state}.`,
  };
}

function hint(state: string | undefined, type: string, language: "da" | "en"): string {
  const key = `${state}|${type}`;
  return HINTS[key] ? ` ${HINTS[key][language]}` : "";
}

const HINTS: Record<string, Text> = {
  "planned|moveItem": { da: "Giv det først en dato (pinItem).", en: "Give it a date first (pinItem)." },
  "planned|holdMeeting": { da: "Giv det først en dato (pinItem).", en: "Give it a date first (pinItem)." },
  "drafted|pinItem": {
    da: "Flyt det (moveItem), eller udsend det (publishMeeting).",
    en: "Move it (moveItem) or publish it (publishMeeting).",
  },
  "drafted|holdMeeting": { da: "Udsend det først (publishMeeting).", en: "Publish it first (publishMeeting)." },
  "drafted|answer": { da: "Der er ikke indbudt til det endnu.", en: "Nobody has been invited to it yet." },
  "planned|publishMeeting": {
    da: "Giv det først en dato som udkast (pinItem med draft).",
    en: "Give it a date as a draft first (pinItem with draft).",
  },
  "pinned|publishMeeting": { da: "Der er indbudt til det.", en: "It has been published." },
  "pinned|recordAttendance": {
    da: "Sig først, at det er holdt (holdMeeting).",
    en: "Say that it was held (holdMeeting).",
  },
  "pinned|pinItem": { da: "Flyt det i stedet (moveItem).", en: "Move it instead (moveItem)." },
};
const PHASE_DA = { waiting: "ikke åbnet endnu", open: "åben", closed: "afsluttet" };
const ITEM_DA = {
  planned: "uden dato",
  drafted: "et udkast",
  pinned: "dateret",
  held: "holdt",
  done: "udført",
  cancelled: "aflyst",
  proposed: "til afgørelse",
  decided: "afgjort",
};
const IDEA_DA = {
  captured: "noteret",
  shortlisted: "på den korte liste",
  testing: "i test",
  deciding: "til afgørelse",
  approved: "godkendt",
  discarded: "kasseret",
  merged: "lagt ind i et koncept",
  split: "delt op igen",
};
