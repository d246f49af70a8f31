// A decision in a picture: who takes it, on whose proposal, what it needs, and what may come of it.
import type { Item } from "../types.ts";
import type { Paragraph } from "./block.ts";
import type { Given } from "./given.ts";
import { whoWords } from "./item-words.ts";
import { whenWords } from "./when.ts";
import { dot, SIGN } from "./signs.ts";

/** Its paragraphs; `sign` is drawn before the title. */
export function decisionParagraphs(item: Item, given: Given, sign: NonNullable<Paragraph["sign"]>): Paragraph[] {
  const { language, words } = given;
  const { decision, audience } = item;
  const small = (text: string): Paragraph => ({ text, look: "small", above: 3 });
  // That those who must agree all agree is what consensus means.
  const carried = decision === undefined || decision.kind === "consensus" ? "" : words.carriedBy[decision.carriedBy];
  return [
    { text: item.title[language], look: "strong", indent: 2 * SIGN + 6, sign },
    ...ownTime(item, given).map(small),
    small(words.decidedBy(audience.length > 0 ? whoWords(audience, given) : words.unknownWho)),
    ...(decision && decision.proposedBy.length > 0
      ? [small(words.proposedBy(whoWords(decision.proposedBy, given)))]
      : []),
    ...(carried === "" ? [] : [small(carried)]),
    ...(decision?.needs ?? []).map((criterion) => small(`${words.needs}: ${criterion.title[language]}`)),
    ...outcomesOf(item, given).map((text): Paragraph => ({ text, look: "body", indent: 11, above: 4, sign: dot })),
  ];
}

/** When it is taken, where that is not simply when its phase is. */
function ownTime({ id, when, phases }: Item, given: Given): string[] {
  const { programme, plan } = given;
  const interval = plan.intervals[id]!;
  const said = whenWords(when, interval, given);
  const phase = programme.phases.find((one) => one.id === phases.at(-1));
  const isOfPhase = phase !== undefined && whenWords(phase.when, plan.intervals[phase.id]!, given) === said;
  const isKnown = interval.from !== undefined || interval.to !== undefined || interval.quote !== undefined;
  return isKnown && !isOfPhase ? [said] : [];
}

/** What may come of a decision, in words: of one for each idea, approve, adjust or discard. */
export function outcomesOf({ decision }: Item, { programme, language, words }: Given): string[] {
  if (decision === undefined) return [words.approve, words.adjust(programme.rounds), words.discard];
  const titles = decision.again.map((id) => programme.items.find((item) => item.id === id)?.title[language] ?? id);
  const rejected = words.rejected(words.and(titles), decision.rounds);
  if (decision.kind === "consensus") return [words.agreed, rejected];
  return [decision.kind === "select" ? words.chosen(decision.choose) : words.yes, rejected];
}
