// Proofs as people read them: a counterexample step by step, what a limit left out, and the finding of a claim that fails.
import type { Finding } from "../../programmes/problem.ts";
import type { Programme, Text } from "../../programmes/types.ts";
import { LIMITS, WAIT, type LimitName, type Proof, type ProofStep } from "./types.ts";

type Language = keyof Text;

/** Each step as a sentence; the same several times over is said once. */
export function stepsInWords(programme: Programme, steps: ProofStep[], language: Language): string[] {
  const said = steps.map((step) => sentence(programme, step)[language]);
  const lines: string[] = [];
  for (let at = 0, times = 1; at < said.length; at += times, times = 1) {
    while (said[at + times] === said[at]) times += 1;
    lines.push(times === 1 ? said[at]! : `${said[at]} (${times} ${language === "da" ? "gange" : "times"})`);
  }
  return lines;
}

/** What a limit means for a proof that it cut short. */
export function limitInWords(limit: LimitName): Text {
  const most = LIMITS[limit];
  const words: Record<LimitName, Text> = {
    configurations: { da: `højst ${most} tilstande`, en: `at most ${most} states` },
    depth: { da: `højst ${most} handlinger efter hinanden`, en: `at most ${most} triggers in a row` },
    ideas: { da: `højst ${most} idé i gang ad gangen`, en: `at most ${most} idea under way at a time` },
    rounds: { da: `højst ${most} gange gennem hver løkke`, en: `at most ${most} times through each loop` },
  };
  const { da, en } = words[limit];
  return { da: `så langt der blev set: ${da}`, en: `as far as was looked: ${en}` };
}

/** An error for each claim that does not hold. */
export function findingsOf(proofs: Proof[]): Finding[] {
  return proofs
    .filter(({ holds }) => !holds)
    .map(({ claim, title }) => ({
      code: CODES[claim.split(":", 1)[0]!] ?? "proof",
      path: pathOf(claim),
      message: { da: `Det holder ikke: ${title.da}.`, en: `This does not hold: ${title.en}.` },
      hint: {
        da: "Beviset viser den korteste vej dertil; se docs/proofs.md.",
        en: "The proof shows the shortest way there; see docs/proofs.md.",
      },
    }));
}

const CODES: Record<string, string> = {
  opens: "unreachable",
  closes: "unclosable",
  end: "dead-end",
  stop: "unstoppable",
  decision: "no-way-out",
  loops: "unbounded",
  waits: "cyclic",
};

function pathOf(claim: string): string {
  const [kind = "", id] = claim.split(":");
  if (kind === "opens" || kind === "closes") return `phases.${id}.${kind}`;
  return kind === "decision" && id !== "ideas" ? `items.${id}` : "programme";
}

function sentence(programme: Programme, step: ProofStep): Text {
  const { facts = {}, refused } = step;
  const act = action(programme, step);
  const given = Object.entries(facts).map(([fact, count]) => `${fact} ${count}`);
  const with_ = given.length > 0 ? ` (${given.join(", ")})` : "";
  const why = refused && { da: refused.map(({ da }) => da).join("; "), en: refused.map(({ en }) => en).join("; ") };
  return {
    da: `${act.da}${with_}${why ? ` – det afvises: ${why.da}` : ""}`,
    en: `${act.en}${with_}${why ? ` – refused: ${why.en}` : ""}`,
  };
}

function action(programme: Programme, { trigger, data = {}, by = "", at = "" }: ProofStep): Text {
  const part = (id: unknown): Text =>
    [...programme.phases, ...programme.items, ...programme.tracks].find((one) => one.id === id)?.title ?? {
      da: String(id),
      en: String(id),
    };
  const idea = String(data["idea"]);
  const what = part(data["phase"] ?? data["item"] ?? data["track"]);
  const outcome = data["outcome"] === undefined ? "" : String(data["outcome"]);
  const said = (da: string, en: string): Text => ({ da, en });
  const words: Record<string, Text> = {
    openPhase: said(`Fasen «${what.da}» åbnes`, `The phase "${what.en}" is opened`),
    closePhase: said(`Fasen «${what.da}» afsluttes`, `The phase "${what.en}" is closed`),
    pinItem: said(`«${what.da}» får en dato`, `"${what.en}" gets a date`),
    holdMeeting: said(`«${what.da}» holdes`, `"${what.en}" is held`),
    addIdea: said("En idé føjes til", "An idea is added"),
    shortlist: said(`Idéen ${idea} kommer på den korte liste`, `The idea ${idea} is short-listed`),
    startTest: said(`Idéen ${idea} går i test`, `The idea ${idea} goes to test`),
    recordResult: said(`Idéen ${idea} får et resultat`, `The idea ${idea} gets a result`),
    abandonTest: said(`Testen af idéen ${idea} opgives`, `The test of the idea ${idea} is abandoned`),
    reviveIdea: said(`Idéen ${idea} tages op igen`, `The idea ${idea} is revived`),
    propose: said(`«${what.da}» lægges frem`, `"${what.en}" is put`),
    decide:
      data["item"] === undefined
        ? said(`Idéen ${idea} afgøres: ${outcome}`, `The idea ${idea} is decided: ${outcome}`)
        : said(`${by} stemmer om «${what.da}»: ${outcome}`, `${by} votes on "${what.en}": ${outcome}`),
    startTrack: said(
      `«${what.da}» begynder for ${data["organisation"]}`,
      `"${what.en}" begins for ${data["organisation"]}`,
    ),
    completeStep: said(
      `${data["organisation"]} er færdig med ${data["step"]} i «${what.da}»`,
      `${data["organisation"]} completes ${data["step"]} of "${what.en}"`,
    ),
    closeNetwork: said("Netværket afsluttes", "The network is closed"),
    stopNetwork: said(`${by} beder om at stoppe netværket`, `${by} asks to stop the network`),
    [WAIT]: said(`Ingen gør noget før ${at}`, `Nobody does anything until ${at}`),
  };
  return words[trigger] ?? said(trigger, trigger);
}
