// Measurements side by side: for each criterion a row an organisation and a column a point, with a line that shows the way.
import type { Counted } from "./monitoring.tsx";
import { MONITORING_WORDS } from "./words.ts";

const [WIDTH, HEIGHT, EDGE] = [120, 32, 5];

/** Every criterion that anything was recorded of, and what is missing. */
export function Measures({ at, monitoring }: Counted) {
  const words = MONITORING_WORDS[at.language];
  const { criteria, points, missing, records } = monitoring;
  const titleOf = (point: string) => points.find(({ id }) => id === point)?.title ?? point;
  const late = records.filter((one) => one.late);
  return (
    <section aria-labelledby="measures" data-part="measures">
      <h2 id="measures">{words.measures}</h2>
      {criteria.length === 0 && <p class="empty">{words.noMeasures}</p>}
      {criteria.map((criterion) => (
        <Criterion language={at.language} criterion={criterion} points={points} />
      ))}
      {late.length > 0 && (
        <p class="soft">{`${words.late}: ${late.map(({ organisation }) => organisation).join(", ")}`}</p>
      )}
      {missing.length > 0 && (
        <details>
          <summary>{`${words.missing} (${missing.length})`}</summary>
          <ul>
            {missing.map(({ point, organisation }) => (
              <li>{`${organisation}: ${titleOf(point)}`}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

type Monitoring = Counted["monitoring"];
type Values = (number | string | null)[];
type CriterionProps = {
  language: keyof typeof MONITORING_WORDS;
  criterion: Monitoring["criteria"][number];
  points: Monitoring["points"];
};

function Criterion({ language, criterion, points }: CriterionProps) {
  const words = MONITORING_WORDS[language];
  const { title, rows } = criterion;
  const format = new Intl.NumberFormat(language === "da" ? "da-DK" : "en-GB", { maximumFractionDigits: 2 });
  const signed = new Intl.NumberFormat(language === "da" ? "da-DK" : "en-GB", {
    maximumFractionDigits: 2,
    signDisplay: "exceptZero",
  });
  const numbers = rows.flatMap(({ values }) => values.filter((one) => typeof one === "number"));
  const range: [number, number] = [Math.min(...numbers), Math.max(...numbers)];
  const isDrawn = numbers.length > 1 && points.length > 1;
  return (
    <>
      <h3>{title}</h3>
      <div class="scroll" tabindex={0} role="region" aria-label={title}>
        <table class="table measures">
          <thead>
            <tr>
              <th scope="col">{words.organisation}</th>
              {points.map((point) => (
                <th scope="col" class="num">
                  {point.title}
                </th>
              ))}
              {isDrawn && (
                <>
                  <th scope="col" class="num">
                    {words.change}
                  </th>
                  <th scope="col">{words.trend}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ organisation, values }) => (
              <tr>
                <th scope="row">{organisation}</th>
                {values.map((value) => (
                  <td class={typeof value === "number" || (value === null && numbers.length > 0) ? "num" : ""}>
                    {value === null ? "–" : typeof value === "number" ? format.format(value) : value}
                  </td>
                ))}
                {isDrawn && (
                  <>
                    <td class="num">{changeIn(values, signed)}</td>
                    <td>
                      <Spark values={values} range={range} />
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** From the first number to the last; nothing of fewer than two. */
function changeIn(values: Values, format: Intl.NumberFormat): string {
  const numbers = values.filter((one) => typeof one === "number");
  return numbers.length < 2 ? "–" : format.format(numbers.at(-1)! - numbers[0]!);
}

/** A row's numbers as a line, all rows of a criterion on one scale. The table beside it says the same. */
function Spark({ values, range: [low, high] }: { values: Values; range: [number, number] }) {
  const step = (WIDTH - 2 * EDGE) / Math.max(values.length - 1, 1);
  const marks = values.flatMap((value, i) =>
    typeof value === "number"
      ? [[EDGE + i * step, HEIGHT - EDGE - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE)] as const]
      : [],
  );
  if (marks.length === 0) return null;
  const line = marks.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L");
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d={`M${line}`} />
      {marks.map(([x, y]) => (
        <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r="3.5" />
      ))}
    </svg>
  );
}
