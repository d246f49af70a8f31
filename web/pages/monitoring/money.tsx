// Money: planned, spent and left by line, and the forms of whoever keeps the accounts.
import { doUrl } from "../../site/do.ts";
import { Form, Input, Select, Submit } from "../../site/forms.tsx";
import type { Counted } from "./monitoring.tsx";
import { MONITORING_WORDS } from "./words.ts";

/** Nothing where the programme names no budget. */
export function Money({ at, known, budget }: Counted) {
  const words = MONITORING_WORDS[at.language];
  const { lines, currency } = budget;
  if (lines.length === 0) return null;
  const format = new Intl.NumberFormat(at.language === "da" ? "da-DK" : "en-GB");
  const money = (amount: number | undefined) =>
    amount === undefined ? "–" : `${format.format(amount)}${currency === undefined ? "" : ` ${currency}`}`;
  return (
    <section aria-labelledby="money">
      <h2 id="money">{words.budget}</h2>
      <div class="scroll" tabindex={0} role="region" aria-label={words.budgetTable} data-part="money">
        <table class="table measures">
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col" class="num">
                {words.planned}
              </th>
              <th scope="col" class="num">
                {words.spent}
              </th>
              <th scope="col" class="num">
                {words.left}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr>
                <th scope="row">{line.title}</th>
                <td class="num">{money(line.planned)}</td>
                <td class="num">{money(line.spent)}</td>
                <td class="num">{money(line.left)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              <td class="num">{money(budget.total ?? budget.planned)}</td>
              <td class="num">{money(budget.spent)}</td>
              <td class="num">{money(budget.left)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {(budget.unallocated ?? 0) > 0 && <p class="soft">{words.unallocated(money(budget.unallocated))}</p>}
      {known.mayDo("recordSpending") && <Spend at={at} known={known} budget={budget} />}
      {known.mayDo("planBudget") && !known.ended && <PlanLine at={at} known={known} budget={budget} />}
    </section>
  );
}

type Props = Pick<Counted, "at" | "known" | "budget">;

const choicesOf = ({ lines }: Props["budget"]) => lines.map(({ id, title }) => ({ value: id, label: title }));

function Spend({ at, known, budget }: Props) {
  const words = MONITORING_WORDS[at.language];
  const id = "spend";
  return (
    <details open={at.form?.id === id}>
      <summary>{words.spend}</summary>
      <Form at={at} id={id} action={doUrl(known.id, "recordSpending")}>
        <input type="hidden" name="said" value={words.spendSaved} />
        <div class="grid2">
          <Select at={at} id={id} name="d.line" label={words.line} choices={choicesOf(budget)} />
          <Input
            at={at}
            id={id}
            name="d.amount:n"
            label={words.amount}
            hint={words.amountHint}
            inputmode="numeric"
            required
          />
          <Input at={at} id={id} name="d.text" label={words.text} />
          <Input at={at} id={id} name="d.date" label={words.date} type="date" />
        </div>
        <Submit label={words.spendSave} />
      </Form>
    </details>
  );
}

function PlanLine({ at, known, budget }: Props) {
  const words = MONITORING_WORDS[at.language];
  const id = "budget";
  return (
    <details open={at.form?.id === id}>
      <summary>{words.plan}</summary>
      <Form at={at} id={id} action={doUrl(known.id, "planBudget")}>
        <input type="hidden" name="said" value={words.planSaved} />
        <div class="grid2">
          <Select at={at} id={id} name="d.line" label={words.line} choices={choicesOf(budget)} />
          <Input at={at} id={id} name="d.amount:n" label={words.planAmount} inputmode="numeric" required />
          <Input at={at} id={id} name="d.reason" label={words.why} required />
        </div>
        <Submit label={words.planSave} />
      </Form>
    </details>
  );
}
