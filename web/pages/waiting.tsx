// Things that wait for a reader, one below the other, each with the one press that does it.
import type { WaitingJson } from "../../api/client.ts";
import type { At } from "../site/at.ts";
import { shortDay, moment } from "../site/dates.ts";
import { doUrl } from "../site/do.ts";
import { Folded } from "../site/folded.tsx";
import { Press } from "../site/forms.tsx";
import { MINE } from "./mine/words.ts";

/** A date, or an instant with its hour, as it is told in a list. */
export function dueWords(due: string, at: At): string {
  const told = { zone: "Europe/Copenhagen", language: at.language };
  return due.length === 10 || /T23:59/.test(due) ? shortDay(due.slice(0, 10), told) : moment(due, told);
}

type RowsProps = {
  at: At;
  waiting: WaitingJson[];
  /** Whether each says which network it is in, and whether it is overdue. */
  of?: boolean;
  overdue?: boolean;
  /** How many are in sight before the others are folded away. */
  first?: number;
};

/** What waits, each with its button; the first of them, and what is overdue, in strong colour. */
export function WaitingRows({ at, waiting, of = true, overdue = true, first = 8 }: RowsProps) {
  return (
    <Folded
      at={at}
      all={waiting}
      first={first}
      list={(some, from) => (
        <ul class="rows">
          {some.map((one, i) => (
            <WaitingRow at={at} one={one} of={of} late={overdue && one.overdue} next={from + i === 0} />
          ))}
        </ul>
      )}
    />
  );
}

type RowProps = { at: At; one: WaitingJson; of: boolean; late: boolean; next: boolean };

function WaitingRow({ at, one, of, late, next }: RowProps) {
  const words = MINE[at.language];
  const { id, title, says, due, network, actions, missing = [], href, onBehalfOf } = one;
  const kind = next || one.overdue ? "primary" : "secondary";
  const presses = actions.filter(({ needs }) => needs === undefined);
  const forms = actions.filter(({ needs }) => needs !== undefined);
  return (
    <li>
      <div class="what">
        <p>
          <a href={href}>{title}</a>
        </p>
        <p>
          {says}
          {onBehalfOf && <strong>{` (${words.onBehalf(onBehalfOf.name || onBehalfOf.email)})`}</strong>}
        </p>
        <p class="soft">
          {late && <span class="pill wrong">{words.groups.overdue}</span>}
          {late && " "}
          {due === null ? words.undated : `${words.by} ${dueWords(due, at)}`}
          {of && ` · ${network.title}`}
        </p>
        {missing.length > 0 && (
          <p class="soft">
            {`${words.missing}: ${missing.map((what) => `${what.title} (${what.have}/${what.need})`).join(", ")}`}
          </p>
        )}
      </div>
      <div class="inline">
        {presses.map((action, i) => (
          <Press
            at={at}
            id={`w-${network.id}-${id}-${i}`.replaceAll(/[^\w-]+/g, "-")}
            action={doUrl(network.id, action.trigger)}
            fields={{ data: JSON.stringify(action.data) }}
            label={action.label}
            kind={i === 0 ? kind : "secondary"}
            about={title}
          />
        ))}
        {(forms.length > 0 || actions.length === 0) && (
          <a class={`button button-${presses.length > 0 ? "secondary" : kind} small`} href={href}>
            {forms.length === 1 ? forms[0]!.label : words.open}
            <span class="sr-only">{`: ${title}`}</span>
          </a>
        )}
      </div>
    </li>
  );
}
