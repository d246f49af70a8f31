// The matrix of value against feasibility: each idea by its means, as its rank in the order.
import type { BallotJson } from "../../../api/client.ts";
import type { Round } from "./ballot.tsx";
import { capital } from "./vote.tsx";
import { BALLOT_WORDS } from "./words-ballots.ts";

const SIDE = 320;
const EDGE = 44;
const [LOWEST, HIGHEST] = [1, 5];
/** Ideas nearer than this stand as one mark. */
const NEAR = 0.12;

type Mark = { x: number; y: number; ranks: number[]; titles: string[] };

/** Of a round of scores by two criteria or more: the first upwards, the second to the right. What it shows stands in the table, too. */
export function Matrix({ at, ballot, outcome, titleOf }: Round & { outcome: NonNullable<BallotJson["outcome"]> }) {
  const words = BALLOT_WORDS[at.language];
  const [up, right] = ballot.criteria ?? [];
  if (ballot.method !== "scores" || !up || !right) return null;
  const marks: Mark[] = [];
  for (const [i, { idea, means = {} }] of outcome.order.entries()) {
    const [x, y] = [means[right.id], means[up.id]];
    if (x === undefined || y === undefined) continue;
    const near = marks.find((one) => Math.abs(one.x - x) < NEAR && Math.abs(one.y - y) < NEAR);
    if (near) {
      near.ranks.push(i + 1);
      near.titles.push(titleOf(idea));
    } else marks.push({ x, y, ranks: [i + 1], titles: [titleOf(idea)] });
  }
  const at5 = (value: number) => ((value - LOWEST) / (HIGHEST - LOWEST)) * SIDE;
  const title = `${capital(up.title)} / ${capital(right.title)}`;
  return (
    <figure class="matrix">
      <figcaption>
        <h3>{title}</h3>
        <p class="soft">{words.matrixText}</p>
      </figcaption>
      <svg
        viewBox={`0 0 ${SIDE + 2 * EDGE} ${SIDE + 2 * EDGE}`}
        role="img"
        aria-label={`${title}. ${words.matrixText}`}
      >
        <rect x={EDGE} y={EDGE} width={SIDE} height={SIDE} class="ground" />
        <rect x={EDGE + SIDE / 2} y={EDGE} width={SIDE / 2} height={SIDE / 2} class="best" />
        <path d={`M${EDGE} ${EDGE + SIDE / 2}h${SIDE}M${EDGE + SIDE / 2} ${EDGE}v${SIDE}`} class="cross" />
        <text x={EDGE} y={EDGE - 14}>{`↑ ${capital(up.title)}`}</text>
        <text x={EDGE + SIDE} y={EDGE + SIDE + 30} text-anchor="end">{`${capital(right.title)} →`}</text>
        <text x={EDGE - 10} y={EDGE + 10} text-anchor="end">
          {HIGHEST}
        </text>
        <text x={EDGE - 10} y={EDGE + SIDE} text-anchor="end">
          {LOWEST}
        </text>
        <text x={EDGE} y={EDGE + SIDE + 18}>
          {LOWEST}
        </text>
        {marks.map(({ x, y, ranks, titles }) => {
          const label = ranks.join(", ");
          const width = 26 + (label.length - 1) * 8;
          const [cx, cy] = [EDGE + at5(x), EDGE + SIDE - at5(y)];
          return (
            <g>
              <title>{titles.join(", ")}</title>
              <rect x={cx - width / 2} y={cy - 13} width={width} height={26} rx={13} class="spot" />
              <text x={cx} y={cy + 5} text-anchor="middle" class="on">
                {label}
              </text>
            </g>
          );
        })}
      </svg>
      <ol class="key">
        {outcome.order.map(({ idea }) => (
          <li>{titleOf(idea)}</li>
        ))}
      </ol>
    </figure>
  );
}
