import type { AgendaJson, NetworkDetailJson } from "../../api/client.ts";
import { moment, table } from "../layout.ts";
import type { UnmetJson } from "../unmet.ts";
import type { Given, Output, World } from "../world.ts";
import type { Programme } from "../../programmes/types.ts";
import { recipients } from "./agenda.ts";

/** The network as the API gives it. */
export async function run(world: World, { args }: Given): Promise<Output> {
  const client = await world.client();
  const network = await client.network(args[0]!);
  const text = async () => {
    const { programme } = await client.plan(network.id);
    const [next] = network.ended ? [] : await client.agenda(network.id);
    return textOf({ network, programme }, next, world);
  };
  return { json: network, text };
}

type Known = { network: NetworkDetailJson; programme: Programme };

function textOf(known: Known, next: AgendaJson | undefined, world: World): string {
  const { network } = known;
  return [
    `${network.title} (${network.id})`,
    headOf(network, world),
    "",
    ...phaseLines(known, world),
    ...ideaLines(network, world),
    ...nextLines(network, next, world),
    ...engineLines(network, world),
  ].join("\n");
}

function headOf({ week, weeks, clock, state }: NetworkDetailJson, { language, words }: World): string {
  const now = moment(state.now, language);
  return [...(week === undefined ? [] : [words.week(week, weeks)]), now, words.clockWord(clock)].join(" · ");
}

function phaseLines({ network, programme }: Known, { language, words }: World): string[] {
  if (network.ended) return [words.endedWith(network.state.outcome)];
  const open = programme.phases.filter(({ id }) => ["open", "paused"].includes(network.state.phases[id] ?? ""));
  if (open.length === 0) return [words.noneOpen];
  return open.flatMap(({ id, title, closes }) => {
    const missing = (network.unmet[id] ?? []) as UnmetJson[];
    const state = network.state.phases[id] === "paused" ? words.paused : words.open;
    return [
      `${state}: ${title[language]}${missing.length === 0 ? ` (${words.mayClose})` : ""}`,
      ...closes.map((criterion) => {
        const unmet = missing.find((one) => one.criterion === criterion.id);
        return unmet
          ? `  ✗ ${words.unmet(criterion.title[language], unmet.have, unmet.need)}`
          : `  ✓ ${criterion.title[language]}`;
      }),
    ];
  });
}

function ideaLines({ state }: NetworkDetailJson, { words }: World): string[] {
  if (state.ideas.length === 0) return [];
  const rows = state.ideas.map(({ id, title, state, round, reason }) => [
    `  ${id}`,
    title ?? "",
    words.ideaStates[state] ?? state,
    round > 0 ? words.round(round) : "",
    reason ?? "",
  ]);
  return ["", words.ideas, table(rows)];
}

function nextLines(network: NetworkDetailJson, next: AgendaJson | undefined, { language, words }: World): string[] {
  if (network.ended) return [];
  if (next === undefined) return ["", words.nothingDue];
  const to = recipients(next);
  return ["", `${words.nextDue}: ${moment(next.at, language)}  ${next.title}${to && ` → ${to}`}`];
}

/** Said where something is the matter, or was. */
function engineLines({ engine }: NetworkDetailJson, { language, words }: World): string[] {
  if (engine === undefined) return [];
  const { status, detail, message, hint, since, faults } = engine;
  const calm = status === "running" || status === "ended";
  const when = since === undefined ? "" : ` (${moment(since, language)})`;
  const trouble = calm ? [] : [`✗ ${detail}${when}`, ...[message, hint].filter(Boolean).map((line) => `    ${line}`)];
  const past = faults.last.map(({ at, subject, reason }) => `  ${moment(at, language)}  ${subject}  ${reason}`);
  return [
    ...(trouble.length > 0 ? ["", ...trouble] : []),
    ...(faults.count > 0 ? ["", words.faults(faults.count), ...past] : []),
  ];
}
