// How a network's engine fares, in words: what is the matter, and what to do.
import { rfc3339 } from "../programmes/instant.ts";
import type { Text } from "../programmes/types.ts";
import type { LedgerRow } from "../machines/ledger.ts";
import type { Engine, EngineCause, EngineStatus } from "./engine-health.ts";
import type { EngineJson } from "./shapes.ts";
import type { Language } from "./words.ts";

/** Faults of the machine: how many, and the last of them. */
export type Faults = { count: number; last: LedgerRow[] };

/** The engine as the API tells it. */
export function engineJson(
  engine: Engine,
  faults: Faults,
  { id, zone, language }: { id: string; zone: string; language: Language },
): EngineJson {
  const { since, ...rest } = engine;
  const { detail, hint } = WORDS[wordOf(engine)];
  return {
    ...rest,
    ...(since !== undefined && { since: rfc3339(since, zone) }),
    detail: detail[language],
    ...(hint && { hint: hint[language].replace("ID", id) }),
    faults: {
      count: faults.count,
      last: faults.last.map(({ at, subject, reason = "" }) => ({ at: rfc3339(at, zone), subject, reason })),
    },
  };
}

type Word = EngineCause | Exclude<EngineStatus, "stuck">;

const wordOf = ({ status, cause }: Engine): Word => {
  if (status === "stuck") return cause ?? "task";
  if (status !== "failed") return status;
  return cause === "cancelled" ? "cancelled" : "failed";
};

const RESET: Text = {
  da: "Lad det gå videre fra begyndelsen af sin kørsel, uden at noget tabes: npx fremdrift network reset ID.",
  en: "Let it go on from the beginning of its run, so that nothing is lost: npx fremdrift network reset ID.",
};

const WORDS: Record<Word, { detail: Text; hint?: Text }> = {
  running: { detail: { da: "Netværkets motor kører.", en: "The network's engine runs." } },
  ended: { detail: { da: "Netværket er slut.", en: "The network has ended." } },
  nondeterminism: {
    detail: {
      da: "Netværket står stille: workeren er af en anden version end den, netværket begyndte med, og gør noget andet.",
      en: "The network stands still: the worker is of another version than the one it began with, and does something else.",
    },
    hint: {
      da: "Kør den version af workeren, som det begyndte med, eller nulstil det: npx fremdrift network reset ID.",
      en: "Run the version of the worker that it began with, or reset it: npx fremdrift network reset ID.",
    },
  },
  task: {
    detail: {
      da: "Netværket står stille: workeren fejler, hver gang det skal videre.",
      en: "The network stands still: the worker fails each time it is to go on.",
    },
    hint: {
      da: "Ret fejlen, og start workeren igen: så går det videre af sig selv. Hjælper det ikke: npx fremdrift network reset ID.",
      en: "Mend the fault and start the worker again: it then goes on by itself. If that does not help: npx fremdrift network reset ID.",
    },
  },
  timeout: {
    detail: {
      da: "Netværket står stille: ingen worker bliver færdig med dets opgaver.",
      en: "The network stands still: no worker finishes its tasks.",
    },
    hint: {
      da: "Se, om workeren kører og har plads nok: npx fremdrift doctor.",
      en: "See whether the worker runs and has room enough: npx fremdrift doctor.",
    },
  },
  activity: {
    detail: {
      da: "Det, der sker i netværket, kan ikke skrives i dets log.",
      en: "What happens in the network cannot be written in its ledger.",
    },
    hint: {
      da: "Se på databasen: npx fremdrift doctor. Der prøves igen af sig selv; intet er tabt.",
      en: "Look at the database: npx fremdrift doctor. It is tried again by itself; nothing is lost.",
    },
  },
  failed: {
    detail: { da: "Netværkets motor er gået i stå med en fejl.", en: "The network's engine broke down." },
    hint: {
      da: "Kør en worker, der kender dets version, og nulstil det så: npx fremdrift network reset ID.",
      en: "Run a worker that knows its version, then reset it: npx fremdrift network reset ID.",
    },
  },
  cancelled: {
    detail: { da: "Nogen har afbrudt netværket i Temporal.", en: "Somebody cancelled the network in Temporal." },
    hint: RESET,
  },
  terminated: {
    detail: { da: "Nogen har stoppet netværket i Temporal.", en: "Somebody terminated the network in Temporal." },
    hint: RESET,
  },
  missing: {
    detail: {
      da: "Temporal kender ikke netværket. Loggen kan læses, men intet kan ske.",
      en: "Temporal does not know the network. Its ledger can be read, but nothing can happen.",
    },
    hint: {
      da: "Brug den Temporal-server, det blev oprettet på (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE), eller lad det begynde igen fra sin log: npx fremdrift network rebuild ID.",
      en: "Use the Temporal server that it was made on (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE), or let it begin again from its ledger: npx fremdrift network rebuild ID.",
    },
  },
  unreachable: {
    detail: {
      da: "Temporal svarer ikke, så det vides ikke, om netværket går videre.",
      en: "Temporal does not answer, so it is not known whether the network goes on.",
    },
    hint: {
      da: "Se, hvad der er galt: npx fremdrift doctor.",
      en: "See what is wrong: npx fremdrift doctor.",
    },
  },
};
