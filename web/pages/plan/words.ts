// What the plan's page says.
import type { Language } from "../../words-shape.ts";

type Words = {
  title: string;
  lead: (dated: number, undated: number) => string;
  nothing: string;
  next: (title: string, when: string) => string;
  giveDate: string;
  edit: string;
  close: string;
  coming: string;
  past: (n: number) => string;
  undated: string;
  tasks: (n: number) => string;
  phases: string;
  changed: string;
  undo: string;
  undoHint: string;
  undone: string;
  undoReason: string;
  add: string;
  readOnly: string;
  cancelledTold: string;
  again: string;
  task: string;
  deliverable: string;
  done: string;
  date: { pin: string; move: string; said: string; pinned: string; hint: string };
  day: string;
  from: string;
  until: string;
  last: string;
  lastHint: string;
  place: string;
  draft: string;
  draftHint: string;
  reason: string;
  reasonHint: string;
  needDay: string;
  window: { title: string; first: string; last: string; save: string; said: string; hint: string };
  name: { title: string; label: string; save: string; said: string };
  audience: { title: string; label: string; save: string; said: string };
  cancel: { title: string; save: string; said: string };
  complete: { title: string; save: string; said: string };
  phase: { title: string; save: string; said: string };
  fresh: {
    title: string;
    kind: string;
    kinds: Record<"meeting" | "homework" | "task" | "break" | "note", string>;
    name: string;
    audience: string;
    extent: string;
    extents: Record<"full" | "partial" | "work", string>;
    owner: string;
    save: string;
    said: string;
    first: string;
  };
  session: (name: string) => string;
};

const da: Words = {
  title: "Plan",
  lead: (dated, undated) =>
    undated === 0
      ? `Alle ${dated} møder har en dag. Før noget gemmes, kan du se, hvad der flytter med, og hvem der får besked.`
      : `${dated} ${dated === 1 ? "møde" : "møder"} har en dag, ${undated} mangler en. Før noget gemmes, kan du se, hvad der flytter med, og hvem der får besked.`,
  nothing: "Planen er tom. Tilføj det første møde nedenfor.",
  next: (title, when) => `Næste uden dag: ${title} (${when}).`,
  giveDate: "Giv det en dag",
  edit: "Ret",
  close: "Luk",
  coming: "Det kommer",
  past: (n) => `Det er sket (${n})`,
  undated: "Uden dag",
  tasks: (n) => `Opgaver og leverancer (${n})`,
  phases: "Faser",
  changed: "Kan fortrydes",
  undo: "Fortryd",
  undoHint: "Ingen har fået besked om disse ændringer endnu.",
  undone: "Ændringen er taget tilbage.",
  undoReason: "Fortrudt",
  add: "Tilføj noget nyt",
  readOnly: "Netværkslederen retter planen. Her ser du, hvad der er aftalt.",
  cancelledTold: "Aflyst, og der er givet besked. Skal det holdes alligevel, så tilføj det på ny.",
  again: "Tilføj det på ny",
  task: "Opgave",
  deliverable: "Leverance",
  done: "klaret",
  date: {
    pin: "Sæt dagen",
    move: "Flyt",
    said: "Det er flyttet.",
    pinned: "Dagen er sat.",
    hint: "Kendes tidspunktet ikke, så lad klokkeslættet stå tomt: mails skriver «tidspunkt følger».",
  },
  day: "Dag",
  from: "Fra kl.",
  until: "Til kl.",
  last: "Sidste dag",
  lastHint: "Kun hvis det varer flere dage.",
  place: "Sted",
  draft: "Kun som udkast",
  draftHint: "Ingen får besked, før du offentliggør mødet.",
  reason: "Begrundelse",
  reasonHint: "Står i historikken og i beskeden.",
  needDay: "Vælg en dag",
  window: {
    title: "Snævr tidsrummet ind",
    first: "Første dag",
    last: "Sidste dag",
    save: "Gem tidsrummet",
    said: "Tidsrummet er snævret ind.",
    hint: "Når dagen ikke kendes, men du ved mere end planen siger.",
  },
  name: { title: "Giv det et andet navn", label: "Navn", save: "Gem navnet", said: "Navnet er ændret." },
  audience: { title: "Hvem er det for", label: "Roller og grupper", save: "Gem", said: "Målgruppen er ændret." },
  cancel: { title: "Aflys", save: "Aflys", said: "Det er aflyst." },
  complete: { title: "Meld det klaret", save: "Det er klaret", said: "Det er meldt klaret." },
  phase: { title: "Giv fasen anden tid", save: "Gem fasens tid", said: "Fasen har fået anden tid." },
  fresh: {
    title: "Tilføj til planen",
    kind: "Hvad er det?",
    kinds: { meeting: "Møde", homework: "Hjemmearbejde", task: "Opgave", break: "Pause", note: "Andet, der sker" },
    name: "Navn",
    audience: "Hvem er det for?",
    extent: "Hvis det er en pause: hvor meget holder pause?",
    extents: { full: "alt", partial: "noget sker", work: "arbejdet går videre" },
    owner: "Hvis det er en opgave: hvem har den?",
    save: "Tilføj",
    said: "Det står nu i planen.",
    first: "Først fra",
  },
  session: (name) => `Gang: ${name}`,
};

const en: Words = {
  title: "Plan",
  lead: (dated, undated) =>
    undated === 0
      ? `All ${dated} meetings have a day. Before anything is saved you see what moves with it and who is told.`
      : `${dated} ${dated === 1 ? "meeting has" : "meetings have"} a day, ${undated} ${undated === 1 ? "lacks" : "lack"} one. Before anything is saved you see what moves with it and who is told.`,
  nothing: "The plan is empty. Add the first meeting below.",
  next: (title, when) => `Next without a day: ${title} (${when}).`,
  giveDate: "Give it a day",
  edit: "Edit",
  close: "Close",
  coming: "To come",
  past: (n) => `Has happened (${n})`,
  undated: "Without a day",
  tasks: (n) => `Tasks and deliverables (${n})`,
  phases: "Phases",
  changed: "Can be undone",
  undo: "Undo",
  undoHint: "Nobody has been told of these changes yet.",
  undone: "The change was taken back.",
  undoReason: "Undone",
  add: "Add something new",
  readOnly: "The network lead edits the plan. Here you see what is agreed.",
  cancelledTold: "Cancelled, and people were told. If it is held after all, add it anew.",
  again: "Add it anew",
  task: "Task",
  deliverable: "Deliverable",
  done: "done",
  date: {
    pin: "Set the day",
    move: "Move",
    said: "It was moved.",
    pinned: "The day is set.",
    hint: "If the hour is not known, leave it empty: mails say that it follows.",
  },
  day: "Day",
  from: "From",
  until: "Until",
  last: "Last day",
  lastHint: "Only where it lasts several days.",
  place: "Place",
  draft: "As a draft only",
  draftHint: "Nobody is told before you publish the meeting.",
  reason: "Reason",
  reasonHint: "Stands in the history and in the message.",
  needDay: "Choose a day",
  window: {
    title: "Narrow the window",
    first: "First day",
    last: "Last day",
    save: "Save the window",
    said: "The window is narrower.",
    hint: "Where the day is not known, but you know more than the plan says.",
  },
  name: { title: "Give it another name", label: "Name", save: "Save the name", said: "The name was changed." },
  audience: { title: "Whom is it for", label: "Roles and groups", save: "Save", said: "The audience was changed." },
  cancel: { title: "Cancel it", save: "Cancel it", said: "It is cancelled." },
  complete: { title: "Say that it is done", save: "It is done", said: "It is done." },
  phase: { title: "Give the phase another time", save: "Save the phase's time", said: "The phase has another time." },
  fresh: {
    title: "Add to the plan",
    kind: "What is it?",
    kinds: { meeting: "Meeting", homework: "Homework", task: "Task", break: "Break", note: "Something else" },
    name: "Name",
    audience: "Whom is it for?",
    extent: "If it is a break: how much of one?",
    extents: { full: "everything", partial: "something happens", work: "work goes on" },
    owner: "If it is a task: whose?",
    save: "Add",
    said: "It is in the plan now.",
    first: "From",
  },
  session: (name) => `Session: ${name}`,
};

export const PLAN: Record<Language, Words> = { da, en };
