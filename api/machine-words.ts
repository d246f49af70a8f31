// What another version of the machine changes in a network, and what stands in its way, in words.
import type { Change } from "../machines/engine/migrate.ts";
import { AT, NEVER, type Json } from "../machines/engine/types.ts";
import { partsOf } from "../machines/view.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Instant, Programme, Text } from "../programmes/types.ts";
import type { MigratedJson } from "./machine-shapes.ts";
import type { Language } from "./words.ts";

type ChangeJson = MigratedJson["changes"][number];

/** A change as the API tells it: the words without the dates, which stand beside them. */
export function changeJson(change: Change, programme: Programme, language: Language): ChangeJson {
  const about = `${actorName(change.actor, programme)[language]}: `;
  const at = (name: "at" | "was", instant: Instant) =>
    instant === NEVER ? {} : { [name]: rfc3339(instant, programme.zone) };
  return {
    change: change.change,
    actor: change.actor,
    text: `${about}${wordsOf(change, programme)[language]}`,
    ...("dueAt" in change && at("at", change.dueAt)),
    ...(change.change === "timer moved" && at("was", change.was)),
  };
}

function wordsOf(change: Change, programme: Programme): Text {
  switch (change.change) {
    case "value": {
      const [was, is] = [leavesOf(change.was), leavesOf(change.is)];
      const words = `${onlyIn(was, is)} → ${onlyIn(is, was)}`;
      return { da: words, en: words };
    }
    case "context": {
      const { added, removed } = change;
      const [more, less] = [added.join(", ") || "–", removed.join(", ") || "–"];
      return {
        da: `nye felter: ${more}; felter, der går ud: ${less}`,
        en: `new fields: ${more}; fields that go: ${less}`,
      };
    }
    case "actor gone":
      return { da: "udgår", en: "goes" };
    case "actor new":
      return { da: "kommer til", en: "is new" };
    case "task gone":
      return { da: `«${change.id}», der er i gang, afbrydes`, en: `«${change.id}», which is under way, is cancelled` };
    case "history gone":
      return { da: `husker ikke længere «${change.id}»`, en: `no longer remembers «${change.id}»` };
    case "timer dropped":
      return inTimer(change.id, programme, { da: "falder bort", en: "is dropped" });
    case "timer armed":
      return inTimer(change.id, programme, { da: "kommer til", en: "is new" });
    default:
      return inTimer(change.id, programme, { da: "flyttes", en: "is moved" });
  }
}

function actorName(actor: string, { items }: Programme): Text {
  const [what, id] = partsOf(actor);
  if (what === "idea") return { da: `Idé ${id}`, en: `Idea ${id}` };
  const item = items.find((one) => what === "item" && one.id === id);
  return item?.title ?? (actor === "network" ? { da: "Netværket", en: "The network" } : { da: actor, en: actor });
}

/** A timer is that of the next message, of something or of a phase, or of a phase's beginning; else it has its delay's name. */
function inTimer(id: string, { phases }: Programme, becomes: Text): Text {
  const delay = id.replace(/^xstate\.after\./, "");
  const isOf = (what: string, end = ".") => delay.startsWith(`${AT}${what}${end}`);
  const phase = phases.find((one) => isOf(one.id, "-due.") || isOf(`next-${one.id}`));
  const name = phase ? quoted(phase.title) : { da: `«${delay}»`, en: `«${delay}»` };
  const next = { da: "den næste besked", en: "the next message" };
  const what = isOf("next")
    ? next
    : phase && isOf(`next-${phase.id}`)
      ? { da: `${next.da} om ${name.da}`, en: `${next.en} about ${name.en}` }
      : name;
  return { da: `${what.da} ${becomes.da}`, en: `${what.en} ${becomes.en}` };
}

const quoted = ({ da, en }: Text): Text => ({ da: `«${da}»`, en: `«${en}»` });

/** Every state that a value names, innermost: `running.design.open`. */
function leavesOf(value: Json | undefined): string[] {
  if (typeof value === "string") return [value];
  return Object.entries((value ?? {}) as { [key: string]: Json }).flatMap(([key, part]) => {
    const below = leavesOf(part);
    return below.length > 0 ? below.map((leaf) => `${key}.${leaf}`) : [key];
  });
}

const onlyIn = (leaves: string[], others: string[]): string =>
  leaves.filter((leaf) => !others.includes(leaf)).join(", ") || "–";

/** What stands in the way before the machine is asked. */
export type Hindrance = { path: string; problem: Text; instead: Text };

/** The network runs a version that is not here. */
export const notCarried = (machine: string): Hindrance => ({
  path: "worker",
  problem: {
    da: `workeren kender ikke ${machine}, som netværket kører`,
    en: `the worker does not carry ${machine}, which the network runs`,
  },
  instead: {
    da: `Start en udgave af Fremdrift, der kender ${machine}: så går de videre af sig selv, og intet er tabt.`,
    en: `Start a version of Fremdrift that carries ${machine}: they then go on by themselves, and nothing is lost.`,
  },
});

/** The workflow did not take it. `message`: in its own words. */
export const notMoved = (message: string, to: string): Hindrance => ({
  path: "worker",
  problem: { da: message, en: message },
  instead: {
    da: `Start en worker, der kender ${to}, og prøv igen; netværket er, som det var.`,
    en: `Start a worker that carries ${to}, and try again; the network is as it was.`,
  },
});

export const notKnown = (): Hindrance => ({
  path: "temporal",
  problem: { da: "Temporal kender ikke netværket", en: "Temporal does not know the network" },
  instead: {
    da: "Brug den server, det blev oprettet på; se «npx fremdrift network show».",
    en: "Use the server that it was made on; see «npx fremdrift network show».",
  },
});

export const notAnswered = (id: string): Hindrance => ({
  path: "temporal",
  problem: { da: "netværket svarede ikke i tide", en: "the network did not answer in time" },
  instead: {
    da: `Prøv igen med samme nøgle: det sker kun én gang. Se, hvad der er galt: npx fremdrift network show ${id}.`,
    en: `Ask again with the same key: it happens only once. See what is wrong: npx fremdrift network show ${id}.`,
  },
});

/** A version was asked for that is not here. */
export const noSuchVersion = (wanted: string, carried: readonly string[]): Text => ({
  da: `Denne installation kender ikke «${wanted}». Den kender ${carried.join(", ")}.`,
  en: `This installation does not carry «${wanted}». It carries ${carried.join(", ")}.`,
});
