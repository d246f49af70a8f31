// What another version changes in a network, in words: every kind of change, with its dates in the programme's zone.
import { expect, test } from "vitest";
import { changeJson } from "../../api/machine-words.ts";
import type { Change } from "../../machines/engine/migrate.ts";
import { NEVER } from "../../machines/engine/types.ts";
import { P1 } from "../machines/play.ts";

const AT = Date.UTC(2027, 2, 15, 8);
const LATER = Date.UTC(2027, 5, 1, 7);
const timer = { actor: "item:m1", id: "xstate.after.at:next.(machine).pinned" };
const running = (design: string) => ({ running: { design, test: { waiting: "planned" } } });

const cases: [Change, da: string, en: string, dates?: object][] = [
  [
    { change: "value", actor: "network", was: running("open"), is: running("opened") },
    "Netværket: running.design.open → running.design.opened",
    "The network: running.design.open → running.design.opened",
  ],
  [
    { change: "context", actor: "idea:i1", added: ["owner"], removed: [] },
    "Idé i1: nye felter: owner; felter, der går ud: –",
    "Idea i1: new fields: owner; fields that go: –",
  ],
  [{ change: "actor gone", actor: "idea:i1" }, "Idé i1: udgår", "Idea i1: goes"],
  [{ change: "actor new", actor: "poll:p1" }, "poll:p1: kommer til", "poll:p1: is new"],
  [
    { change: "task gone", actor: "network", id: "ask", gen: 1 },
    "Netværket: «ask», der er i gang, afbrydes",
    "The network: «ask», which is under way, is cancelled",
  ],
  [
    { change: "history gone", actor: "network", id: "h" },
    "Netværket: husker ikke længere «h»",
    "The network: no longer remembers «h»",
  ],
  [
    { change: "timer dropped", ...timer, dueAt: AT },
    "Møde 1: den næste besked falder bort",
    "Meeting 1: the next message is dropped",
    { at: "2027-03-15T09:00:00+01:00" },
  ],
  [
    { change: "timer armed", actor: "network", id: "xstate.after.at:design-due.x", dueAt: NEVER },
    "Netværket: «Netværksdesign» kommer til",
    "The network: «Network design» is new",
  ],
  [
    { change: "timer moved", ...timer, was: AT, dueAt: LATER },
    "Møde 1: den næste besked flyttes",
    "Meeting 1: the next message is moved",
    { was: "2027-03-15T09:00:00+01:00", at: "2027-06-01T09:00:00+02:00" },
  ],
  [
    { change: "timer moved", actor: "idea:i1", id: "xstate.after.1000.x", was: AT, dueAt: NEVER },
    "Idé i1: «1000.x» flyttes",
    "Idea i1: «1000.x» is moved",
    { was: "2027-03-15T09:00:00+01:00" },
  ],
];

test.each(cases)("%o", (change, da, en, dates = {}) => {
  const { change: kind, actor } = change;
  expect(changeJson(change, P1, "da")).toEqual({ change: kind, actor, text: da, ...dates });
  expect(changeJson(change, P1, "en")).toEqual({ change: kind, actor, text: en, ...dates });
});
