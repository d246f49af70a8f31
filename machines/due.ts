// What is due next in a network: messages, phases, meetings, decisions, ends of homework.
import { endOfDay, startOfDay } from "../programmes/calendar.ts";
import type { Instant, Plan } from "../programmes/types.ts";
import { planInForce } from "./in-force.ts";
import type { DatesView, ItemView, View } from "./ledger.ts";

/** One thing that is due, and for whom it is; `rule` of a message. */
export type Due = {
  instant: Instant;
  kind: "message" | "phase" | "meeting" | "decision" | "homework";
  subject: string;
  to: string[];
  rule?: string;
};

/**
 * In order of time; what is over is left out, but a decision that nobody has taken and a phase that nobody has opened stay. Where the
 * network has ended, only what is still to be said of what was left to do.
 */
export function dueIn(plan: Plan, view: View): Due[] {
  if (view.ended) return messages(view).toSorted((a, b) => a.instant - b.instant);
  const inForce = planInForce(plan, view);
  const due = [
    ...messages(view),
    ...phases(inForce, view),
    ...Object.entries(view.items).flatMap(([id, item]) => ofItem(id, item, inForce)),
    ...ideas(view),
  ];
  return due
    .filter(({ kind, instant }) => WAITING.includes(kind) || instant >= view.now)
    .toSorted((a, b) => a.instant - b.instant);
}

const WAITING: Due["kind"][] = ["decision", "phase"];

const messages = ({ planned }: View): Due[] =>
  Object.values(planned).map(({ at, subject, rule, to }) => ({ instant: at, kind: "message", subject, rule, to }));

const phases = ({ programme, intervals }: Plan, view: View): Due[] =>
  programme.phases.flatMap(({ id, when }) => {
    const from = intervals[id]?.from;
    if (view.phases[id]?.state !== "waiting" || from === undefined || when.condition !== undefined) return [];
    return [{ instant: startOfDay(from, programme.zone), kind: "phase", subject: `phase:${id}`, to: ["networkLead"] }];
  });

const ideas = ({ ideas: all }: View): Due[] =>
  Object.entries(all).flatMap(([id, { deadline }]) =>
    deadline === undefined ? [] : [{ instant: deadline, kind: "decision", subject: `idea:${id}`, to: ["undecided"] }],
  );

function ofItem(id: string, item: ItemView, { programme, intervals }: Plan): Due[] {
  const subject = `item:${id}`;
  const { kind, state, decision } = item;
  if (kind === "decision" && state === "proposed" && decision?.deadline !== undefined)
    return [{ instant: decision.deadline, kind, subject, to: ["undecided"] }];
  if (kind === "meeting" && state === "pinned")
    return bySession(item).flatMap(([session, { start }]) =>
      start === undefined ? [] : [{ instant: start, kind, subject: subject + session, to: ["invited"] }],
    );
  if (kind !== "homework" || state === "cancelled") return [];
  const windows = Object.entries(intervals[id]?.sessions ?? { "": intervals[id] });
  return windows.flatMap(([session, window]) =>
    window?.to === undefined
      ? []
      : [
          {
            instant: endOfDay(window.to, programme.zone),
            kind,
            subject: subject + (session && `/${session}`),
            to: ["undelivered"],
          },
        ],
  );
}

const bySession = (item: ItemView): [string, DatesView][] =>
  item.sessions ? Object.entries(item.sessions).map(([id, dates]) => [`/${id}`, dates]) : [["", item]];
