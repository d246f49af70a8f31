// Who has delivered what: people or organisations beside homework, with its targets.
import type { HomeworkLineJson, HomeworkListJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import type { Known } from "../network-of.ts";
import { isPast } from "./parts.tsx";
import { HOMEWORK } from "./words.ts";

type Person = NonNullable<HomeworkListJson["matrix"]>[number];
type Standing = Person["cells"][number];
type Props = { at: At; known: Known; lines: HomeworkLineJson[]; matrix: Person[]; by: string | undefined };

/** People that are too many to be read one by one at first. */
const MANY = 30;

/** The table, of people or of organisations: by what is asked for, else by how many there are. */
export function Matrix({ at, known, lines, matrix, by }: Props) {
  const words = HOMEWORK[at.language];
  const organisations = [...new Set(matrix.map(({ organisation }) => organisation ?? ""))];
  const isTogether =
    organisations.length > 1 &&
    by !== "person" &&
    (by === "organisation" || matrix.length > MANY || lines.some(hasTarget));
  const choice = (value: string, label: string, is: boolean) => (
    <a href={`?by=${value}#all`} {...(is && { "aria-current": "true" as const })} class="button button-secondary small">
      {is ? `✓ ${label}` : label}
    </a>
  );
  return (
    <>
      <h2 id="all">{words.all}</h2>
      {organisations.length > 1 && (
        <p class="inline">
          {choice("organisation", words.byOrganisation, isTogether)}
          {choice("person", words.byPerson, !isTogether)}
        </p>
      )}
      {lines.map(({ target, title }) =>
        target ? <p class="soft">{`${title}. ${words.targetOf(roleOf(known, target.role), target.atLeast)}`}</p> : null,
      )}
      <div class="scroll" tabindex={0} role="region" aria-labelledby="all" data-part="matrix">
        <table class="table mt-matrix">
          <thead>
            <tr>
              <th scope="col">{isTogether ? words.organisation : words.person}</th>
              {lines.map((line) => (
                <th scope="col">{line.title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {isTogether
              ? organisations
                  .toSorted((a, b) => a.localeCompare(b, at.language))
                  .map((one) => (
                    <Together at={at} known={known} lines={lines} name={one} people={matrix.filter(isOf(one))} />
                  ))
              : matrix
                  .toSorted((a, b) => a.name.localeCompare(b.name, at.language))
                  .map((person) => (
                    <tr>
                      <th scope="row">{person.name}</th>
                      {person.cells.map((cell, i) => (
                        <Cell at={at} cell={cell} past={isPast(lines[i]!, known)} />
                      ))}
                    </tr>
                  ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const hasTarget = ({ target }: HomeworkLineJson) => target !== undefined;
const isOf = (name: string) => (one: Person) => (one.organisation ?? "") === name;
const roleOf = (known: Known, code: string) => (known.roleNames[code] ?? code).toLowerCase();

const SIGNS: Record<Standing, string> = { delivered: "✓ ", late: "✓ ", missing: "○ ", none: "" };

/** Missing is only alarming once the time is over. */
const lookOf = (cell: Standing, past: boolean) => (cell === "missing" && past ? "past" : cell);

function Cell({ at, cell, past = false }: { at: At; cell: Standing; past?: boolean }) {
  const words = HOMEWORK[at.language];
  return <td class={`mt-cell mt-cell-${lookOf(cell, past)}`}>{`${SIGNS[cell]}${words.standing[cell]}`}</td>;
}

type Row = Pick<Props, "at" | "known" | "lines"> & { name: string; people: Person[] };

/** An organisation: of each homework how many of its people are done with it, or how far it is from its target. */
function Together({ at, known, lines, name, people }: Row) {
  const words = HOMEWORK[at.language];
  const cell = (line: HomeworkLineJson, i: number) => {
    const { target } = line;
    if (target && name in target.have) return count(target.have[name] ?? 0, target.atLeast);
    const own = people.map(({ cells }) => cells[i]!).filter((one) => one !== "none");
    return own.length === 0 ? undefined : count(own.filter((one) => one !== "missing").length, own.length);
  };
  const count = (have: number, need: number) => ({ text: words.of(have, need), isDone: have >= need });
  return (
    <tr>
      <th scope="row">{name || words.noOrganisation}</th>
      {lines.map((line, i) => {
        const found = cell(line, i);
        if (!found) return <Cell at={at} cell="none" />;
        const { text, isDone } = found;
        return (
          <td
            class={`mt-cell mt-cell-${isDone ? "delivered" : lookOf("missing", isPast(line, known))}`}
          >{`${isDone ? "✓" : "○"} ${text}`}</td>
        );
      })}
    </tr>
  );
}
