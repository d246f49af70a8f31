// The picture of a method: its phases in a row, criteria on the ways between them, loops as arcs, decisions as diamonds.
import type { Programme } from "../types.ts";
import { stack } from "./block.ts";
import { givenOf, type Given, type Options } from "./given.ts";
import { legend, statechartEntries } from "./legend.ts";
import { pathOf } from "./path.ts";
import { phaseChart } from "./phase-chart.ts";
import { arrowHead, type State } from "./signs.ts";
import { el, picture } from "./svg.ts";
import { tellStatechart } from "./tell.ts";
import { dayWords } from "./when.ts";

/** Ids of phases (or, in a programme without phases, of items) and how they stand in a network. */
export type States = { active: string[]; done: string[]; next: string[] };

const WIDTH = 1600;
const MARGIN = 18;

/**
 * The statechart of a programme as SVG: its phases, or the path of its items where it has none. The same input gives the same
 * bytes. Throws where `start` is no date.
 */
export async function statechartOf(programme: Programme, options: Options & { states?: States }): Promise<string> {
  const given = givenOf(programme, options);
  const id = `${programme.id}-statechart`;
  const { states } = options;
  const stateOf = (part: string): State | undefined =>
    states && (["active", "done", "next"] as const).find((state) => states[state].includes(part));
  const body =
    programme.phases.length > 0
      ? await phaseChart(given, { id, width: WIDTH, margin: MARGIN, stateOf })
      : pathOf(given, { width: WIDTH, margin: MARGIN, stateOf });
  const head = stack(headOf(given), WIDTH - 2 * MARGIN);
  const entries = legend(statechartEntries(given, id), body.width - 2 * MARGIN);
  const top = MARGIN + head.height + 14;
  return picture(
    {
      id,
      language: given.language,
      title: `${programme.title[given.language]}: ${kindOf(given)}`,
      description: tellStatechart(given, stateOf),
      width: body.width,
      height: top + body.height + 20 + entries.height + MARGIN,
      definitions: arrowHead(`${id}-arrow`, "arrow-head") + arrowHead(`${id}-loop`, "loop-head"),
    },
    head.draw(MARGIN, MARGIN),
    el("g", { transform: `translate(0 ${top})` }, body.markup),
    entries.draw(MARGIN, top + body.height + 20),
  );
}

const kindOf = ({ programme, words }: Given): string => (programme.phases.length > 0 ? words.statechart : words.path);

function headOf(given: Given) {
  const { programme, plan, language, words } = given;
  const { phases, items, weeks } = programme;
  const said = [
    kindOf(given),
    phases.length > 0 ? words.phaseCount(phases.length) : words.stepCount(items.length),
    ...(weeks === undefined ? [] : [words.weeksLong(weeks)]),
    ...(given.isStarted ? [words.starting(dayWords(plan.start, given))] : []),
  ].join(" · ");
  const advisory = programme.gates === "advisory" ? [{ text: words.advisory, look: "body" as const, above: 4 }] : [];
  return [
    { text: programme.title[language], look: "heading" as const },
    { text: said, look: "body" as const, above: 2 },
    ...advisory,
  ];
}
