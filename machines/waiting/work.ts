// What waits for a person between meetings: an answer about the core group, homework, tasks, measurements, the next step with an idea.
import type { Interval, Item } from "../../programmes/types.ts";
import { criteriaOf } from "../criteria.ts";
import type { ItemView } from "../ledger.ts";
import { baselineMissing } from "../monitoring.ts";
import { ownersOf, recipientsOf } from "../recipients.ts";
import { homeworkPage, ideaPage, monitoringPage, peoplePage, planPage } from "./places.ts";
import { dueAt, dutyOf, hasBegun, ideaTitle, pressable, type Setting } from "./setting.ts";
import type { Coming, Due, Found } from "./types.ts";
import { LABELS } from "./words.ts";

/** All of one person's between meetings. */
export function workWaiting(setting: Setting): Found[] {
  const { plan, book } = setting;
  return [
    ...membership(setting),
    ...plan.programme.items.flatMap((item) => {
      const view = book.view.items[item.id];
      if (!view || !["planned", "pinned"].includes(view.state)) return [];
      if (item.kind === "homework") return book.view.ended ? [] : homework(setting, item).filter(isNow).map(asFound);
      return isWork(item) ? task(setting, item, view).filter(isNow).map(asFound) : [];
    }),
    ...followUps(setting),
  ];
}

/** Homework and tasks of the person whose time has not begun, with the day it does. */
export function workComing(setting: Setting): Coming[] {
  const { plan, book } = setting;
  if (book.view.ended) return [];
  return plan.programme.items.flatMap((item): Coming[] => {
    const view = book.view.items[item.id];
    if (!view || !["planned", "pinned"].includes(view.state)) return [];
    const kind = item.kind === "homework" ? "homework" : "task";
    const own = item.kind === "homework" ? homework(setting, item) : isWork(item) ? task(setting, item, view) : [];
    return own.flatMap(({ begins, isNow: now, subject, title, href }) =>
      now || begins === undefined ? [] : [{ kind, network: book.network.id, subject, title, at: begins, href }],
    );
  });
}

type Timed = Found & { isNow: boolean; begins?: string };
const isNow = (one: Timed) => one.isNow;
const asFound = ({ isNow: _, begins: __, ...found }: Timed): Found => found;
const isWork = ({ kind }: Item) => kind === "task" || kind === "monitoring" || kind === "deliverable";

/** Whoever is of the core group says so, as long as a phase counts it. */
function membership(setting: Setting): Found[] {
  const { book, person, alone } = setting;
  const { programme } = book.plan;
  const isCounted = programme.phases.some(
    ({ id, opens, closes }) =>
      [...opens, ...closes].some(({ fact }) => fact === CORE) && book.view.phases[id]?.state !== "closed",
  );
  const isAsked = !book.view.ended && isCounted && criteriaOf(programme).some(({ fact }) => fact === CORE);
  const isAnswered = alone.contributions.some((one) => one.kind === "membership.answered" && one.person === person.id);
  if (!isAsked || isAnswered || !person.roles.includes("coreMember")) return [];
  const answer = (said: string, label: Found["title"]) => ({
    trigger: "answerMembership",
    data: { answer: said },
    label,
  });
  const { title } = book.network;
  return [
    {
      kind: "membership",
      subject: "network",
      title: { da: title, en: title },
      due: null,
      actions: pressable(setting, answer("accepted", LABELS.join), answer("declined", LABELS.stayOut)),
      href: peoplePage(book.network.id),
    },
  ];
}

const CORE = "coreMembers";

/** Once, with the time of the session that the person is of. Voluntary homework is gone when its time is. */
function homework(setting: Setting, item: Item): Timed[] {
  const { book, alone, plan, today } = setting;
  const asked = item.target ? { ...alone, people: book.people } : alone;
  const isMine = (subject: string) =>
    recipientsOf(["undelivered"], subject, asked).some(({ id }) => id === setting.person.id);
  const subject = `item:${item.id}`;
  if (!isMine(subject)) return [];
  const whole = plan.intervals[item.id];
  const own = Object.entries(whole?.sessions ?? {}).find(([session]) => isMine(`${subject}/${session}`));
  const window = own?.[1] ?? whole;
  const isOver = item.voluntary && window?.to !== undefined && window.to < today;
  if (isOver) return [];
  return [
    timed(setting, item, window, {
      kind: "homework",
      subject,
      title: item.title,
      due: window?.to ?? null,
      actions: pressable(setting, { trigger: "deliver", data: { item: item.id }, label: LABELS.deliver, form: true }),
      href: homeworkPage(book.network.id, item.id),
    }),
  ];
}

function task(setting: Setting, item: Item, view: ItemView): Timed[] {
  const { book, person, others, plan } = setting;
  if (book.view.ended && !view.afterEnd) return [];
  // Who else would do it matters only where it was given to somebody.
  const own = [person, ...others];
  const people = view.owner === undefined ? own : book.people;
  if (!ownersOf(item.id, item, { people, view: book.view }).some(({ id }) => own.some((one) => one.id === id)))
    return [];
  const data = { item: item.id };
  const isMeasured = item.kind === "monitoring";
  const network = book.network.id;
  const window = plan.intervals[item.id];
  return [
    timed(setting, item, window, {
      kind: isMeasured ? "measure" : "task",
      subject: `item:${item.id}`,
      title: item.title,
      due: view.end === undefined ? (window?.to ?? null) : dueAt(view.end, setting.zone),
      actions: pressable(setting, isMeasured && measuring(setting, item.id), {
        trigger: "completeItem",
        data,
        label: LABELS.done,
      }),
      href: isMeasured ? monitoringPage(network) : planPage(network, item.id),
    }),
  ];
}

/** A measurement that has something to be compared with: of the person's own organisation, else of any. */
function measuring({ book, person }: Setting, id: string) {
  const { organisation } = person;
  const measured = book.contributions.flatMap(({ kind, data }) =>
    kind === "measure.recorded" ? [String(data["organisation"])] : [],
  );
  const all = organisation === undefined ? ["", ...measured] : [organisation];
  const isBased = all.some((one) => !baselineMissing(book.plan.programme, id, one, book.contributions));
  if (book.view.ended || !isBased) return undefined;
  const data = { item: id, ...(organisation !== undefined && { organisation }) };
  return { trigger: "recordMeasure", data, label: LABELS.measure, form: true as const };
}

const timed = (setting: Setting, item: Item, window: Interval | undefined, found: Found): Timed => ({
  ...found,
  isNow: hasBegun(setting, item, window?.from),
  ...(window?.from !== undefined && { begins: window.from }),
});

function followUps(setting: Setting): Found[] {
  const { book } = setting;
  const duty = dutyOf(setting, "completeFollowUp");
  if (!duty) return [];
  return Object.entries(book.view.ideas).flatMap(([id, { follow }]): Found[] => {
    if (!follow || follow.done) return [];
    const due: Due = follow.due;
    const data = { idea: id };
    return [
      {
        kind: "followUp",
        subject: `idea:${id}`,
        title: ideaTitle(setting, id),
        due,
        actions: pressable(setting, { trigger: "completeFollowUp", data, label: LABELS.taken }),
        href: ideaPage(book.network.id, id),
        duty,
      },
    ];
  });
}
