// Lines of a script at random: any trigger at any instant, with data that mostly makes sense, by people who mostly may.
import type { ScriptLine } from "../../machines/simulate.ts";
import { isTrigger, rolesFor, TRIGGERS, type TriggerName } from "../../machines/trigger-types.ts";
import { addDays } from "../../programmes/calendar.ts";
import type { IsoDate } from "../../programmes/types.ts";
import type { Given } from "./random-given.ts";
import {
  idOf,
  maybe,
  note,
  later,
  item,
  session,
  dated,
  pinned,
  role,
  email,
  place,
  phase,
  idea,
  decided,
  decision,
  added,
  track,
  windowOf,
  rule,
  line,
  message,
  testPlan,
  WHY,
  type Data,
  type Dice,
  type Draw,
} from "./random-draws.ts";
import { IDEA_DRAWS } from "./random-ideas.ts";

const TIMES = ["00:00", "09:00", "09:00", "10:30", "14:00", "23:59"];
/** Ends the script: drawn less often than the others. */
const ENDS: TriggerName[] = ["closeNetwork", "stopNetwork"];
/** What changes a plan or the people: drawn more often. */
const CHANGES: TriggerName[] = [
  "pinItem",
  "moveItem",
  "cancelItem",
  "tightenItem",
  "undo",
  "answer",
  "changePerson",
  "handOver",
];
const NAMES = (Object.keys(TRIGGERS) as TriggerName[]).flatMap((name) =>
  ENDS.includes(name) ? [name] : CHANGES.includes(name) ? Array<TriggerName>(8).fill(name) : [name, name, name],
);

/** A script for a network: its sample's lines or some of them, and others among them. */
export function drawScript(given: Given, dice: Dice): ScriptLine[] {
  const part = dice.upTo(19);
  const lines = part === 0 ? begun(given, dice) : given.sample.filter(() => part === 1 && !dice.oneIn(4));
  const chain = part === 0 ? drawChain(given, lines.at(-1)?.at.slice(0, 10) ?? given.first, dice) : [];
  const days = part < 12 ? given.days : 30;
  return [...lines, ...chain, ...Array.from({ length: 1 + dice.upTo(11) }, () => drawLine(given, days, dice))];
}

/** The sample up to somewhere; where ideas are tested, to when some are. */
function begun({ sample }: Given, dice: Dice): ScriptLine[] {
  const tested = sample.findIndex(({ trigger }) => trigger === "startTest");
  return sample.slice(0, tested < 0 ? dice.upTo(sample.length) : tested + 1 + dice.upTo(4));
}

/** An idea from round to round: what random triggers would hardly ever do in a row. */
function drawChain(given: Given, after: IsoDate, dice: Dice): ScriptLine[] {
  const id = dice.pick(["i1", "i1", "i3", "i7"]);
  const adjust: Data = { idea: id, outcome: "adjust", reason: WHY };
  const round: [TriggerName, Data][] = [
    ["recordResult", { idea: id, result: "Det gik" }],
    ["decide", dice.oneIn(6) ? { ...adjust, outcome: "discard" } : adjust],
    ["reviveIdea", { idea: id, reason: WHY }],
    ["startTest", { idea: id }],
  ];
  const first: [TriggerName, Data][] = [
    ["addIdea", { title: "En idé" }],
    ["shortlist", { idea: id, reason: WHY }],
    ["backTest", { idea: id }],
    ["startTest", { idea: id, unit: "U", host: "H", leads: "L", what: "W", how: "V" }],
  ];
  return [...first, ...round, ...round, ...round, ...round].map(([trigger, data], index) => ({
    at: `${addDays(after, 1 + Math.floor(index / 4))}T1${index % 4}:00`,
    by: drawActor(given, trigger, data, dice),
    trigger,
    data,
  }));
}

function drawLine(given: Given, days: number, dice: Dice): ScriptLine {
  const day = addDays(given.first, dice.upTo(days));
  const trigger = dice.pick(NAMES);
  const data = DATA[trigger]({ given, day, dice });
  return {
    at: `${day}T${dice.pick(TIMES)}`,
    by: drawActor(given, trigger, data, dice),
    trigger,
    data: dice.oneIn(20) ? spoiled(data, dice) : data,
  };
}

function drawActor({ people, plan }: Given, trigger: string, data: Data, dice: Dice): string {
  if (!isTrigger(trigger) || dice.oneIn(12)) return dice.pick(people).email;
  const roles = rolesFor(plan.programme, trigger, data);
  const may = people.filter((person) => person.roles.some((role) => roles.includes(role)));
  return dice.pick(may.length > 0 ? may : people).email;
}

/** One field is missing or nonsense. */
function spoiled(data: Data, dice: Dice): Data {
  const field = dice.pick([...Object.keys(data), "unknown"]);
  const { [field]: _, ...rest } = data;
  return dice.oneIn(2) ? rest : { ...rest, [field]: dice.pick([null, "", "nope", -1, "2027-02-30", [], {}, true]) };
}

const DATA: Record<TriggerName, (draw: Draw) => Data> = {
  openPhase: (draw) => ({ phase: phase(draw), ...note(draw.dice) }),
  closePhase: (draw) =>
    draw.dice.oneIn(5)
      ? { phase: phase(draw), outcome: "notCarriedOut", reason: WHY }
      : { phase: phase(draw), ...note(draw.dice) },
  pinItem: pinned,
  moveItem: (draw) => ({ ...pinned(draw), reason: WHY }),
  cancelItem: (draw) => ({ item: item(draw), reason: WHY }),
  tightenItem: (draw) => {
    const id = item(draw);
    return { item: id, ...session(draw, id), ...windowOf(draw), reason: WHY };
  },
  renameItem: (draw) => ({ item: item(draw), title: "Et andet navn" }),
  addItem: added,
  replanPhase: (draw) => ({ phase: phase(draw), ...windowOf(draw), reason: WHY }),
  // The last change but so many: its number is found when the script is played.
  undo: ({ dice }) => ({ seq: -1 - dice.upTo(dice.pick([0, 2])), reason: WHY }),
  holdMeeting: (draw) => ({ item: item(draw, "meeting") }),
  completeItem: (draw) => ({
    item: item(draw, "task", "monitoring", "deliverable"),
    ...maybe(draw.dice, { reason: WHY }),
  }),
  completeFollowUp: (draw) => ({ idea: idea(draw) }),
  splitItem: (draw) => ({
    item: item(draw, "meeting"),
    sessions: ["øst", "vest"].map((region, at) => ({
      id: at === 0 ? "east" : "west",
      region,
      ...maybe(draw.dice, dated(draw)),
    })),
  }),
  setAudience: (draw) => ({
    item: item(draw, "meeting", "meeting", "homework", "task"),
    audience: [role(draw), role(draw)],
  }),
  skipMessage: message,
  sendMessage: message,
  setReminder: (draw) => ({
    rule: rule(draw),
    ...maybe(draw.dice, { item: item(draw) }),
    ...draw.dice.pick<Data>([{}, { off: true }, { days: draw.dice.upTo(20) - 10 }]),
    reason: WHY,
  }),
  publishMeeting: (draw) => ({ item: item(draw, "meeting") }),
  setAgenda: (draw) => ({ item: item(draw, "meeting"), points: [{ title: "Velkomst", minutes: 10 }] }),
  inviteGuest: (draw) => ({ item: item(draw, "meeting"), name: "En gæst", email: email(draw) }),
  uninviteGuest: (draw) => ({ item: item(draw, "meeting"), person: email(draw) }),
  recordAttendance: (draw) => ({ item: item(draw, "meeting"), present: [email(draw)], guests: ["En gæst"] }),
  recordMinutes: (draw) => ({
    item: item(draw, "meeting"),
    text: "Referatet ligger i mappen.",
    ...maybe(draw.dice, { tasks: [{ title: "Ring", owner: email(draw), due: later(draw.day, draw.dice) }] }),
  }),
  approveMinutes: (draw) => ({ item: item(draw, "meeting") }),
  addToMinutes: (draw) => ({ item: item(draw, "meeting"), text: "Rettelse" }),
  removeLink: (draw) => ({ about: `item:${item(draw)}`, link: `l${1 + draw.dice.upTo(2)}` }),
  addLink: (draw) => ({ about: `item:${item(draw)}`, url: "https://example.org/fil", title: "Filen" }),
  nameSubstitute: (draw) => ({
    substitute: email(draw),
    from: later(draw.day, draw.dice),
    to: addDays(later(draw.day, draw.dice), 1 + draw.dice.upTo(30)),
  }),
  ...IDEA_DRAWS,
  addIdea: () => ({ title: "En idé" }),
  shortlist: (draw) => ({ idea: idea(draw), reason: WHY }),
  planTest: (draw) => ({ idea: idea(draw), ...testPlan(draw) }),
  backTest: (draw) => ({ idea: idea(draw) }),
  checkInTest: (draw) => ({ idea: idea(draw), what: draw.dice.pick(["checkIn", "visit"]), text: "Det går" }),
  startTest: (draw) => ({ idea: idea(draw), ...(draw.dice.oneIn(3) ? {} : testPlan(draw)) }),
  recordResult: (draw) => ({ idea: idea(draw), result: "Det gik" }),
  abandonTest: (draw) => ({ idea: idea(draw), reason: WHY }),
  decide: decision,
  propose: (draw) => ({
    item: decided(draw),
    ...note(draw.dice),
    ...maybe(draw.dice, { options: ["A", "B", "C", "D", "E"] }),
  }),
  withdrawProposal: (draw) => ({ item: decided(draw) }),
  withdrawVote: (draw) => ({ item: decided(draw) }),
  startTrack: (draw) => ({ ...track(draw), ...note(draw.dice) }),
  completeStep: (draw) => {
    const steps = draw.given.plan.programme.tracks.flatMap((one) => one.steps);
    return { ...track(draw), step: idOf(steps.slice(0, 2), draw.dice, "nope") };
  },
  confirmCondition: ({ given, dice }) => ({ condition: idOf(given.plan.programme.conditions, dice, "nope") }),
  recordMeasure: (draw) => ({ item: item(draw, "monitoring"), organisation: "Nordby", values: { "1": 4 } }),
  planBudget: (draw) => ({ line: line(draw), amount: draw.dice.upTo(90) * 1_000, reason: WHY }),
  recordSpending: (draw) => ({ line: line(draw), amount: draw.dice.upTo(90) * 100 - 1_050 }),
  recordEffort: (draw) => ({
    ...draw.dice.pick<Data>([{ days: 0.5 }, { hours: 3 }, { days: -1 }]),
    ...draw.dice.pick<Data>([{}, { item: item(draw) }, { idea: idea(draw) }, { phase: phase(draw) }]),
    ...maybe(draw.dice, { date: draw.day }),
  }),
  agreeHours: ({ dice }) => ({ days: dice.upTo(30) }),
  reviveIdea: (draw) => ({ idea: idea(draw), reason: WHY }),
  startPoll: (draw) => ({
    item: item(draw, "meeting"),
    dates: [
      `${later(draw.day, draw.dice)}T09:00`,
      `${later(draw.day, draw.dice)}T13:00`,
      `${addDays(draw.day, 50)}T09:00`,
    ],
    ...maybe(draw.dice, { closes: later(draw.day, draw.dice) }),
    ...maybe(draw.dice, { minutes: 120 }),
  }),
  answerPoll: (draw) => ({ item: item(draw, "meeting"), answers: { [`${addDays(draw.day, 50)}T09:00`]: "yes" } }),
  closePoll: (draw) => ({ item: item(draw, "meeting"), choose: `${addDays(draw.day, 50)}T09:00` }),
  cancelPoll: (draw) => ({ item: item(draw, "meeting") }),
  openSignUp: (draw) => ({
    item: item(draw, "meeting"),
    ...maybe(draw.dice, { capacity: 1 + draw.dice.upTo(2) }),
    ...maybe(draw.dice, { deadline: later(draw.day, draw.dice) }),
  }),
  closeSignUp: (draw) => ({ item: item(draw, "meeting") }),
  signUp: (draw) => ({ item: item(draw, "meeting"), ...maybe(draw.dice, { person: email(draw) }) }),
  withdrawSignUp: (draw) => ({ item: item(draw, "meeting"), ...maybe(draw.dice, { person: email(draw) }) }),
  closeNetwork: () => ({ outcome: "end" }),
  stopNetwork: () => ({ reason: WHY }),
  answer: (draw) => {
    const id = item(draw, "meeting");
    const who = draw.dice.oneIn(3) ? { person: email(draw) } : {};
    return { item: id, ...session(draw, id), answer: draw.dice.pick(["accepted", "declined", "tentative"]), ...who };
  },
  answerMembership: (draw) => ({
    answer: draw.dice.pick(["accepted", "declined"]),
    ...maybe(draw.dice, { person: email(draw) }),
  }),
  deliver: (draw) => ({
    item: item(draw, "homework"),
    text: "Her er det",
    ...maybe(draw.dice, draw.dice.oneIn(3) ? { organisation: "Nordby" } : {}),
  }),
  addDiscovery: ({ dice }) => ({ perspective: dice.pick(["borger", "personale", "leder"]), text: "Set" }),
  recordAgreement: ({ dice }) => ({ with: dice.pick(["referenceManager", "lineManager", "coDriver"]) }),
  describeTheme: ({ dice }) => ({ characteristic: dice.pick(["welfare", "complex", "innovation"]), text: "Sådan" }),
  agreeFocusQuestion: (draw) => ({ item: item(draw, "meeting"), question: "Hvordan kan vi?" }),
  chooseThemes: () => ({ themes: ["Et", "To"] }),
  handOver: (draw) => ({ role: role(draw), from: email(draw), to: email(draw) }),
  addPerson: (draw) => ({ email: email(draw), roles: [role(draw)], ...place(draw) }),
  changePerson: (draw) => ({ person: email(draw), ...place(draw) }),
  removePerson: (draw) => ({ person: email(draw) }),
};
