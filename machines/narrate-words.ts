// What the ledger's entries are called in plain words.
import type { Text } from "../programmes/types.ts";
import type { Json } from "./engine/types.ts";
import type { Kind } from "./ledger.ts";

type Language = keyof Text;

/** Each kind of entry in a few words; what it is about is said after a colon. */
export const KIND_WORDS: Record<Kind, Text> = {
  "machine.migrated": {
    da: "Netværket går over til en ny udgave af motoren",
    en: "The network moves to another version of the engine",
  },
  "network.created": { da: "Netværket begynder", en: "The network begins" },
  "network.stopAsked": { da: "Der er bedt om at stoppe netværket", en: "Somebody asked to stop the network" },
  "network.ended": { da: "Netværket er slut", en: "The network has ended" },
  "phase.due": { da: "Planlagt til at begynde nu", en: "Planned to begin now" },
  "phase.opened": { da: "Fase åbnet", en: "Phase opened" },
  "phase.closed": { da: "Fase afsluttet", en: "Phase closed" },
  "phase.reopened": { da: "Fase åbnet igen", en: "Phase reopened" },
  "item.drafted": { da: "Udkast til dato", en: "Date drafted" },
  "item.pinned": { da: "Dato fastlagt", en: "Date set" },
  "item.moved": { da: "Flyttet", en: "Moved" },
  "item.cancelled": { da: "Aflyst", en: "Cancelled" },
  "item.tightened": { da: "Tiden er snævret ind", en: "Time narrowed" },
  "item.renamed": { da: "Nyt navn", en: "Renamed" },
  "item.added": { da: "Tilføjet til planen", en: "Added to the plan" },
  "item.restored": { da: "Ændring fortrudt", en: "Change undone" },
  "phase.replanned": { da: "Fasens tid er ændret", en: "Phase planned anew" },
  "meeting.held": { da: "Møde afholdt", en: "Meeting held" },
  "item.split": { da: "Delt i flere sessioner", en: "Split into sessions" },
  "item.audience": { da: "Målgruppe ændret", en: "Audience changed" },
  "item.completed": { da: "Udført", en: "Done" },
  "reminder.set": { da: "Påmindelse ændret", en: "Reminder changed" },
  "message.planned": { da: "Besked planlagt", en: "Message planned" },
  "message.sent": { da: "Besked sendt", en: "Message sent" },
  "message.suppressed": { da: "Besked ikke sendt", en: "Message not sent" },
  "message.failed": { da: "Mail kunne ikke leveres", en: "Mail could not be delivered" },
  "idea.captured": { da: "Idé noteret", en: "Idea captured" },
  "idea.shortlisted": { da: "Idé på den korte liste", en: "Idea short-listed" },
  "idea.testStarted": { da: "Test begyndt", en: "Test started" },
  "idea.resultRecorded": { da: "Testresultat noteret", en: "Test result recorded" },
  "idea.testAbandoned": { da: "Test opgivet", en: "Test abandoned" },
  "idea.approved": { da: "Idé godkendt", en: "Idea approved" },
  "idea.adjusted": { da: "Idé justeres", en: "Idea to be adjusted" },
  "idea.discarded": { da: "Idé kasseret", en: "Idea discarded" },
  "idea.revived": { da: "Idé taget frem igen", en: "Idea revived" },
  "idea.followedUp": { da: "Næste skridt taget", en: "Next step taken" },
  "idea.merged": { da: "Idé lagt ind i et koncept", en: "Idea merged into a concept" },
  "idea.split": { da: "Koncept delt op igen", en: "Concept split again" },
  "idea.released": { da: "Idé står for sig selv igen", en: "Idea on its own again" },
  "idea.commented": { da: "Kommentar til idé", en: "Comment on an idea" },
  "ballot.opened": { da: "Prioritering åbnet", en: "Ballot opened" },
  "ballot.cast": { da: "Stemme i prioritering", en: "Vote in a ballot" },
  "ballot.closed": { da: "Prioritering lukket", en: "Ballot closed" },
  "ballot.cancelled": { da: "Prioritering aflyst", en: "Ballot cancelled" },
  "ballot.overruled": { da: "En anden rækkefølge end den beregnede", en: "Another order than the computed one" },
  "decision.requested": { da: "Afgørelse ønskes", en: "Decision asked for" },
  "machine.fault": { da: "Fejl; intet er ændret", en: "Fault; nothing was changed" },
  "answer.given": { da: "Svar på indbydelse", en: "Answer to an invitation" },
  "membership.answered": { da: "Svar på at være med", en: "Answer about taking part" },
  "homework.delivered": { da: "Hjemmearbejde afleveret", en: "Homework delivered" },
  "minutes.recorded": { da: "Referat skrevet", en: "Minutes recorded" },
  "minutes.approved": { da: "Referat godkendt", en: "Minutes approved" },
  "minutes.added": { da: "Tilføjelse til referat", en: "Addition to minutes" },
  "agenda.set": { da: "Dagsorden", en: "Agenda" },
  "attendance.recorded": { da: "Fremmøde noteret", en: "Attendance recorded" },
  "guest.invited": { da: "Gæst indbudt", en: "Guest invited" },
  "guest.uninvited": { da: "Gæst kommer ikke alligevel", en: "Guest no longer invited" },
  "file.added": { da: "Fil lagt op", en: "File added" },
  "file.removed": { da: "Fil fjernet", en: "File removed" },
  "link.added": { da: "Link tilføjet", en: "Link added" },
  "link.removed": { da: "Link fjernet", en: "Link removed" },
  "substitute.named": { da: "Stedfortræder", en: "Substitute" },
  "test.planned": { da: "Test planlagt", en: "Test planned" },
  "test.backed": { da: "Ledelsen bakker testen op", en: "The test is backed" },
  "test.checkedIn": { da: "Set til testen", en: "Test looked after" },
  "discovery.added": { da: "Opdagelse", en: "Discovery" },
  "agreement.made": { da: "Samarbejdsaftale med", en: "Collaboration agreement with" },
  "theme.described": { da: "Temaet beskrevet", en: "Theme described" },
  "focusQuestion.agreed": { da: "Fokusspørgsmål aftalt", en: "Focus question agreed" },
  "theme.added": { da: "Tema fundet", en: "Theme found" },
  "themes.chosen": { da: "Temaer valgt", en: "Themes chosen" },
  "role.handedOver": { da: "Rolle givet videre", en: "Role handed over" },
  "decision.proposed": { da: "Forslag lagt frem", en: "Proposal put" },
  "decision.voted": { da: "Stemme afgivet", en: "Vote cast" },
  "decision.voteWithdrawn": { da: "Stemme trukket tilbage", en: "Vote withdrawn" },
  "decision.withdrawn": { da: "Forslag trukket tilbage", en: "Proposal withdrawn" },
  "decision.taken": { da: "Beslutning truffet", en: "Decision taken" },
  "decision.rejected": { da: "Forslag afvist; det udarbejdes igen", en: "Proposal rejected; it is drafted anew" },
  "decision.reopened": { da: "Beslutning tages op igen", en: "Decision taken up again" },
  "poll.started": { da: "Der spørges om en dato", en: "A date is asked for" },
  "poll.answered": { da: "Svar om datoer", en: "Answer about dates" },
  "poll.ended": { da: "Tiden til at svare om datoer er forbi", en: "The time to answer about dates has passed" },
  "poll.chosen": { da: "Dato valgt", en: "Date chosen" },
  "poll.cancelled": { da: "Der spørges ikke længere om en dato", en: "A date is no longer asked for" },
  "signUp.opened": { da: "Åbent for tilmelding", en: "Open for sign-up" },
  "signUp.closed": { da: "Tilmelding lukket", en: "Sign-up closed" },
  "signUp.seated": { da: "Tilmeldt", en: "Signed up" },
  "signUp.waiting": { da: "På venteliste", en: "On the waiting list" },
  "signUp.movedUp": { da: "Fik plads fra ventelisten", en: "Got a seat from the waiting list" },
  "signUp.withdrawn": { da: "Afmeldt", en: "Withdrawn" },
  "track.started": { da: "Spor begyndt", en: "Track begun" },
  "track.stepDone": { da: "Trin gennemført", en: "Step done" },
  "track.ended": { da: "Spor gennemført", en: "Track completed" },
  "person.joined": { da: "Ny deltager", en: "Somebody joins" },
  "person.changed": { da: "Oplysninger ændret", en: "Details changed" },
  "person.left": { da: "Deltager er trådt ud", en: "Somebody leaves" },
  "condition.met": { da: "Betingelse opfyldt", en: "Condition met" },
  "measure.recorded": { da: "Måling noteret", en: "Measurement recorded" },
  "budget.planned": { da: "Budget ændret", en: "Budget changed" },
  "spending.recorded": { da: "Forbrug noteret", en: "Spending recorded" },
  "effort.recorded": { da: "Arbejdstid noteret", en: "Work recorded" },
  "hours.agreed": { da: "Arbejdstid aftalt", en: "Working time agreed" },
  "network.reset": { da: "Netværkets motor er nulstillet", en: "The network's engine was reset" },
};

/** Words that stand in an entry's data, as people say them. */
const VALUES: Record<string, Text> = {
  accepted: { da: "ja", en: "yes" },
  declined: { da: "nej", en: "no" },
  tentative: { da: "måske", en: "maybe" },
  scale: { da: "skaleres", en: "scale" },
  spread: { da: "spredes", en: "spread" },
  handOver: { da: "gives videre til drift", en: "hand over" },
  evaluate: { da: "netværket evalueres", en: "evaluate the network" },
  end: { da: "afsluttes", en: "end" },
  stopped: { da: "stoppet", en: "stopped" },
  checkIn: { da: "samtale", en: "talk" },
  visit: { da: "besøg", en: "visit" },
  welfare: { da: "bedre velfærd eller kvalitet", en: "better welfare or quality" },
  currentChallenge: { da: "en aktuel udfordring", en: "a current challenge" },
  crossCutting: { da: "går på tværs", en: "cross-cutting" },
  complex: { da: "komplekst, intet kendt svar", en: "complex, no known answer" },
  newLearning: { da: "ny læring", en: "new learning" },
  innovation: { da: "anledning til innovation", en: "occasion for innovation" },
  showsValue: { da: "værdi, der kan vises", en: "value that can be shown" },
  citizen: { da: "borger", en: "citizen" },
  staff: { da: "medarbejder", en: "staff" },
  manager: { da: "leder", en: "manager" },
  otherMunicipality: { da: "anden kommune", en: "other municipality" },
  dots: { da: "prikker", en: "dots" },
  scores: { da: "point", en: "scores" },
  pairs: { da: "to og to", en: "pairs" },
  approve: { da: "godkendt", en: "approved" },
  adjust: { da: "justeres", en: "adjust" },
  discard: { da: "kasseret", en: "discarded" },
  reject: { da: "afvist", en: "rejected" },
  agree: { da: "enighed", en: "agreed" },
  disagree: { da: "ikke enighed", en: "not agreed" },
  select: { da: "valgt", en: "selected" },
  notCarriedOut: { da: "ikke gennemført", en: "not carried out" },
  undelivered: { da: "dem, der mangler", en: "those who have not delivered" },
  invited: { da: "de inviterede", en: "those invited" },
  undecided: { da: "dem, der skal tage stilling", en: "those who decide" },
  planned: { da: "målgruppen", en: "those it is planned for" },
  unanswered: { da: "dem, der ikke har svaret", en: "those who have not answered" },
  owner: { da: "den, der har opgaven", en: "whoever has the task" },
  keeper: { da: "den, der skriver referat", en: "whoever keeps the minutes" },
  substitutes: { da: "stedfortrædere", en: "substitutes" },
};

const RULES: Record<string, Text> = {
  "meeting-invitation": { da: "Indbydelse", en: "Invitation" },
  "meeting-moved": { da: "Mødet er flyttet", en: "The meeting is moved" },
  "meeting-cancelled": { da: "Mødet er aflyst", en: "The meeting is cancelled" },
  "decision-requested": { da: "Tag stilling", en: "Please decide" },
  "idea-approved": { da: "Idéen er godkendt", en: "The idea is approved" },
  "idea-adjusted": { da: "Idéen skal justeres", en: "The idea is to be adjusted" },
  "idea-discarded": { da: "Idéen er kasseret", en: "The idea is discarded" },
  "idea-abandoned": { da: "Testen er opgivet", en: "The test is abandoned" },
  "task-passed": {
    da: "Opgavens ejer har forladt netværket: opgaven er nu din",
    en: "The task's owner has left: it is yours now",
  },
  "network-closed": { da: "Netværket er afsluttet", en: "The network has ended" },
  "network-stopped": { da: "Netværket er stoppet", en: "The network is stopped" },
  "poll-opened": { da: "Hvornår kan du?", en: "When can you come?" },
  "poll-reminder": { da: "Påmindelse om at svare, hvornår man kan", en: "Reminder to say when one can come" },
  "poll-ended": { da: "Vælg en dato", en: "Choose a date" },
  "poll-cancelled": { da: "Der spørges ikke længere om en dato", en: "A date is no longer asked for" },
  "signup-opened": { da: "Åbent for tilmelding", en: "Open for sign-up" },
  "signup-seated": { da: "Du har fået plads", en: "You have a seat" },
  "signup-waiting": { da: "Du er på ventelisten", en: "You are on the waiting list" },
  "signup-moved-up": { da: "Du har fået plads fra ventelisten", en: "You got a seat from the waiting list" },
  "signup-withdrawn": { da: "Du er afmeldt", en: "You have withdrawn" },
  "signup-unlisted": { da: "Du er taget af ventelisten", en: "You are off the waiting list" },
};

const WHY: Record<string, Text> = {
  "date-not-precise": { da: "datoen er ikke fastlagt", en: "the date is not set" },
  "too-late": {
    da: "tidspunktet var forbi, da datoen blev kendt",
    en: "its time had passed when the date became known",
  },
  "nearer-same-day": { da: "en nærmere påmindelse går samme dag", en: "a nearer reminder goes the same day" },
  skipped: { da: "sprunget over", en: "skipped" },
  "nothing-missing": { da: "der mangler intet", en: "nothing is missing" },
  "just-moved": { da: "der er lige skrevet om flytningen", en: "the move was told of just before" },
  overtaken: {
    da: "den gjaldt ikke længere, da den daglige mail gik",
    en: "it no longer held when the daily mail went",
  },
  nobody: { da: "der er ingen at sende den til", en: "there is nobody to send it to" },
};

/** A value, a message rule or a reason in words; what has no words here is said as it stands. */
export const wordOf = (value: string, language: Language): string => VALUES[value]?.[language] ?? value;
export const ruleWord = (rule: string, language: Language): string | undefined => RULES[rule]?.[language];
export const whyWord = (reason: string, language: Language): string => WHY[reason]?.[language] ?? reason;

/** Small words of the narration. */
export const SMALL: Record<
  Language,
  Record<"week" | "now" | "round" | "by" | "to" | "plans" | "pause" | "open" | "actsFor" | "replaces", string>
> = {
  da: {
    week: "Uge",
    now: "åbne nu",
    round: "runde",
    by: "senest",
    to: "til",
    plans: "går",
    pause: "pause",
    open: "åben",
    actsFor: "på vegne af",
    replaces: "i stedet for stemmen fra",
  },
  en: {
    week: "Week",
    now: "open now",
    round: "round",
    by: "by",
    to: "to",
    plans: "goes",
    pause: "break",
    open: "open",
    actsFor: "on behalf of",
    replaces: "instead of the vote by",
  },
};

export const peopleCount = (count: number, language: Language): string => {
  if (language === "da") return count === 1 ? "1 person" : `${count} personer`;
  return count === 1 ? "1 person" : `${count} people`;
};

/** "2,5 dage", or the hours as they were written. */
export function workTime({ days, hours }: { [key: string]: Json | undefined }, language: Language): string {
  const count = Number(days ?? hours ?? 0);
  const unit = UNITS[days === undefined ? "hours" : "days"][language];
  const number = language === "da" ? String(count).replace(".", ",") : String(count);
  return `${number} ${Math.abs(count) === 1 ? unit.one : unit.more}`;
}

const UNITS = {
  days: { da: { one: "dag", more: "dage" }, en: { one: "day", more: "days" } },
  hours: { da: { one: "time", more: "timer" }, en: { one: "hour", more: "hours" } },
};
