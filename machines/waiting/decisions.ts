// What waits for a person to be decided: decisions to put and to vote on, ideas in test, rounds of prioritisation; also for whom they stand in.
import type { Item, Person } from "../../programmes/types.ts";
import { castIn } from "../ideas/ballots.ts";
import type { ItemView } from "../ledger.ts";
import { decidersOf, rolesFor, withActing } from "../trigger-types.ts";
import { ballotPage, decisionPage } from "./places.ts";
import { dueAt, dutyOf, hasBegun, ideaTitle, missingOf, pressable, type Setting } from "./setting.ts";
import type { Found } from "./types.ts";
import { LABELS } from "./words.ts";

/** All of one person's to decide, for themselves and for whom they stand in. */
export function decisionsWaiting(setting: Setting): Found[] {
  const { book, plan } = setting;
  const items = plan.programme.items.flatMap((item) => {
    const view = book.view.items[item.id];
    if (!item.decision || !view) return [];
    return view.state === "proposed" ? votes(setting, item, view) : proposal(setting, item, view);
  });
  return [...items, ...ideas(setting), ...ballots(setting)];
}

/** The person and those they stand in for who have one of some roles, each with what to say for whom a vote is. */
function voters({ person, others }: Setting, roles: string[]) {
  const may = (one: Person) => one.roles.some((role) => roles.includes(role));
  return [person, ...others].filter(may).map((one) => ({
    id: one.id,
    data: one.id === person.id ? {} : { for: one.email },
    ...(one.id !== person.id && { onBehalfOf: { name: one.name, email: one.email } }),
  }));
}

const YES = { approve: "approve", consensus: "agree", select: "select" } as const;
const NO = { approve: "reject", consensus: "disagree", select: "reject" } as const;

function votes(setting: Setting, item: Item, { decision }: ItemView): Found[] {
  const { kind, rounds } = item.decision!;
  const { votes: cast = {}, deadline, round = 0 } = decision ?? {};
  const waiting = voters(setting, withActing(decidersOf(item))).filter(({ id }) => !(id in cast));
  return waiting.map(({ data, onBehalfOf }) => {
    const vote = (outcome: "approve" | "agree" | "select" | "reject" | "disagree", form: boolean) => ({
      trigger: "decide",
      data: { item: item.id, outcome, ...data },
      label: LABELS[outcome],
      ...(form && { form: true as const }),
    });
    return {
      kind: "decision",
      subject: `item:${item.id}`,
      title: item.title,
      due: deadline === undefined ? null : dueAt(deadline, setting.zone),
      actions: pressable(setting, vote(YES[kind], kind === "select"), round < rounds && vote(NO[kind], true)),
      href: decisionPage(setting.book.network.id, item.id),
      ...(onBehalfOf && { onBehalfOf }),
    };
  });
}

/** A decision whose time has come, and that can be put. */
function proposal(setting: Setting, item: Item, { state, decision }: ItemView): Found[] {
  const window = setting.plan.intervals[item.id];
  const { rounds, needs } = item.decision!;
  const duty = dutyOf(setting, "propose", { item: item.id });
  if (state !== "planned" || !duty || (decision?.round ?? 0) >= rounds) return [];
  if (!hasBegun(setting, item, window?.from) || missingOf(setting, needs).length > 0) return [];
  return [
    {
      kind: "proposal",
      subject: `item:${item.id}`,
      title: item.title,
      due: window?.to ?? null,
      actions: pressable(setting, { trigger: "propose", data: { item: item.id }, label: LABELS.propose, form: true }),
      href: decisionPage(setting.book.network.id, item.id),
      duty,
    },
  ];
}

function ideas(setting: Setting): Found[] {
  const { book, zone } = setting;
  const { programme } = book.plan;
  const deciders = voters(setting, rolesFor(programme, "decide"));
  return Object.entries(book.view.ideas).flatMap(([id, { state, votes: cast = {}, round, deadline }]): Found[] => {
    if (state !== "deciding") return [];
    return deciders
      .filter((one) => !(one.id in cast))
      .map(({ data, onBehalfOf }) => {
        const outcome = (choice: "approve" | "adjust" | "discard") => ({
          trigger: "decide",
          data: { idea: id, outcome: choice, ...data },
          label: LABELS[choice],
          form: true as const,
        });
        return {
          kind: "ideaDecision",
          subject: `idea:${id}`,
          title: ideaTitle(setting, id),
          due: deadline === undefined ? null : dueAt(deadline, zone),
          actions: pressable(
            setting,
            outcome("approve"),
            round < programme.rounds && outcome("adjust"),
            outcome("discard"),
          ),
          href: decisionPage(book.network.id, id),
          ...(onBehalfOf && { onBehalfOf }),
        };
      });
  });
}

const METHODS = {
  dots: { da: "Prioritering med prikker", en: "Prioritisation with dots" },
  scores: { da: "Prioritering med point", en: "Prioritisation with scores" },
  pairs: { da: "Prioritering to og to", en: "Prioritisation in pairs" },
} as const;

function ballots(setting: Setting): Found[] {
  const { book, now, zone } = setting;
  const open = Object.entries(book.view.ballots ?? {}).filter(
    ([, { state, closes }]) => state === "open" && (closes === undefined || closes > now),
  );
  if (open.length === 0) return [];
  const all = voters(setting, rolesFor(book.plan.programme, "castBallot"));
  return open.flatMap(([id, { method, closes }]) => {
    const cast = castIn(id, book.contributions);
    return all
      .filter((one) => !cast.has(one.id))
      .map(({ data, onBehalfOf }): Found => ({
        kind: "ballot",
        subject: `ballot:${id}`,
        title: METHODS[method],
        due: closes === undefined ? null : dueAt(closes, zone),
        actions: pressable(setting, {
          trigger: "castBallot",
          data: { ballot: id, ...data },
          label: LABELS.vote,
          form: true,
        }),
        href: ballotPage(book.network.id, id),
        ...(onBehalfOf && { onBehalfOf }),
      }));
  });
}
