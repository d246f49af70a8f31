// Rounds of prioritisation: who has voted, the order, how sure it is, where ideas stand between the criteria, and what people put beside it.
import type { BallotJson } from "../../api/client.ts";
import { moment, table } from "../layout.ts";
import type { Given, Language, Output, World } from "../world.ts";

/** The ballots as the API gives them. */
export async function run({ client, language, words }: World, { args }: Given): Promise<Output> {
  const api = await client();
  const [ballots, { state }] = await Promise.all([api.ballots(args[0]!), api.network(args[0]!)]);
  const titles = new Map(state.ideas.map(({ id, title }) => [id, title ?? ""]));
  const text = ballots.map((ballot) => ballotText(ballot, titles, language));
  return { json: ballots, text: text.length > 0 ? text.join("\n\n") : words.none };
}

/** One ballot in words. `titles`: of ideas by their ids. */
export function ballotText(ballot: BallotJson, titles: ReadonlyMap<string, string>, language: Language): string {
  const said = SAID[language];
  const { id, method, state, secret, closes, turnout, outcome, overruled } = ballot;
  const { cast, missing, abstained } = turnout;
  const head = [
    `${id}: ${said.methods[method]}, ${said.states[state]}`,
    ...(secret ? [said.secret] : []),
    ...(state === "open" && closes !== undefined ? [`${said.closes} ${moment(closes, language)}`] : []),
  ].join(", ");
  return [
    head,
    `  ${said.turnout(cast, missing)}${abstained ? `; ${said.abstained(abstained)}` : ""}`,
    ...(outcome ? outcomeLines(ballot, outcome, titles, said) : []),
    ...(!outcome && state === "open" ? [`  ${said.hidden}`] : []),
    ...(overruled ? [`  ${said.overruled} ${overruled.order.join(" – ")}: ${overruled.reason} (${overruled.by})`] : []),
  ].join("\n");
}

type Outcome = NonNullable<BallotJson["outcome"]>;

function outcomeLines(
  { criteria = [] }: BallotJson,
  { order, ties, apart, explained }: Outcome,
  titles: ReadonlyMap<string, string>,
  said: Said,
): string[] {
  const number = (value: number | undefined) => (value === undefined ? "–" : said.number(value));
  const rows = order.map(({ idea, rank, score, means = {}, spread, sure }) => [
    `  ${rank}.`,
    idea,
    titles.get(idea) ?? "",
    number(score),
    ...criteria.map(({ id }) => number(means[id])),
    spread ? said.ranks(spread.from, spread.to) : "",
    sure,
  ]);
  const head = ["", "", "", said.score, ...criteria.map(({ title }) => title), said.span, said.sure];
  return [
    table(rows, head),
    ...ties.map((ideas) => `  ${said.tie} ${ideas.join(", ")}`),
    ...(apart ? [`  ${said.apart} ${apart.map((group) => group.join(", ")).join(" | ")}`] : []),
    `  ${explained}`,
  ];
}

type Said = (typeof SAID)[Language];
const SAID = {
  da: {
    methods: { dots: "prikker", scores: "point", pairs: "to og to" },
    states: { open: "åben", closed: "lukket", cancelled: "aflyst" },
    secret: "hemmelig",
    closes: "lukker",
    turnout: (cast: number, missing: number) => `${cast} har stemt eller undladt, ${missing} mangler`,
    abstained: (count: number) => `${count} undlod`,
    hidden: "Rækkefølgen vises, når den er lukket.",
    overruled: "Men valgt af mennesker:",
    score: "tal",
    span: "plads i 9 af 10",
    sure: "hvor sikkert",
    ranks: (from: number, to: number) => (from === to ? `${from}.` : `${from}.–${to}.`),
    number: (value: number) =>
      value
        .toFixed(2)
        .replace(/\.?0+$/, "")
        .replace(".", ","),
    tie: "Står lige:",
    apart: "Ikke sammenlignet på tværs:",
  },
  en: {
    methods: { dots: "dots", scores: "scores", pairs: "pairs" },
    states: { open: "open", closed: "closed", cancelled: "cancelled" },
    secret: "secret",
    closes: "closes",
    turnout: (cast: number, missing: number) => `${cast} voted or abstained, ${missing} missing`,
    abstained: (count: number) => `${count} abstained`,
    hidden: "The order is shown when it is closed.",
    overruled: "But chosen by people:",
    score: "score",
    span: "rank in 9 of 10",
    sure: "how sure",
    ranks: (from: number, to: number) => (from === to ? `${from}` : `${from}–${to}`),
    number: (value: number) => value.toFixed(2).replace(/\.?0+$/, ""),
    tie: "Tied:",
    apart: "Not compared with each other:",
  },
};
