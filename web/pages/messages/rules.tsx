// The rules that remind: which there are, when each goes, and a form that turns one off or gives it other days.
import type { FremdriftClient } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { SeeThenDo } from "../../site/consequences.tsx";
import { doOrSee } from "../../site/do.ts";
import { Form, Input, Picks, Select } from "../../site/forms.tsx";
import { NotTaken, type Fields, type Site } from "../../site/site.tsx";
import type { Known } from "../network-of.ts";
import { RULES } from "./rule-words.ts";

type Rule = Awaited<ReturnType<FremdriftClient["reminders"]>>[number];
type Change = Rule["now"];
type Props = { at: At; known: Known; rules: Rule[] };

/** More than the API takes. */
const MOST = 1000;

const formOf = (rule: string) => `rule-${rule}`;

/** Where the forms are sent. */
export function addRules({ form }: Site): void {
  form("/networks/:id/messages/rule", async (at, sent, key) => {
    const network = at.c.req.param("id") ?? "";
    const done = await doOrSee(at, sent, { network, trigger: "setReminder", data: ruleIn(sent, at), key });
    return "seen" in done ? done : { ...done, said: RULES[at.language].saved };
  });
}

/** What the form asks for: what the programme says already is asked for by saying neither. */
function ruleIn(sent: Fields, { language }: Pick<At, "language">) {
  const reason = sent.text("d.reason");
  const data = { rule: sent.text("rule"), ...(reason !== "" && { reason }) };
  if (sent.text("is") === "off") return { ...data, off: true };
  const { needCount } = RULES[language];
  const count = sent.text("count");
  if (!/^\d{1,4}$/.test(count) || Number(count) > MOST) throw new NotTaken(needCount, { count: needCount });
  const days = Number(count) * (sent.text("side") === "before" && Number(count) > 0 ? -1 : 1);
  return days === Number(sent.text("usual")) ? data : { ...data, days };
}

/** All rules, folded away until they are asked for; by what they are for. */
export function Rules({ at, known, rules }: Props) {
  const words = RULES[at.language];
  const open = rules.find(({ id }) => at.form?.id === formOf(id) || at.c.req.query("rule") === id);
  const groups = [...new Set(rules.map((rule) => rule.for))];
  const others = rules.filter(({ now, items }) => isChanged(now) || items.length > 0).length;
  return (
    <details open={open !== undefined} id="rules">
      <summary>{words.title(rules.length, others)}</summary>
      <p>{words.lead}</p>
      {groups.map((group) => (
        <>
          <h2>{words.groups[group]}</h2>
          <ul class="rows plan">
            {rules
              .filter((rule) => rule.for === group)
              .map((rule) => (
                <Row at={at} known={known} rule={rule} isOpen={rule === open} />
              ))}
          </ul>
        </>
      ))}
    </details>
  );
}

const isChanged = ({ off, days }: Change): boolean => off === true || days !== undefined;

function Row({ at, known, rule, isOpen }: Pick<Props, "at" | "known"> & { rule: Rule; isOpen: boolean }) {
  const words = RULES[at.language];
  const { id, title, now, items } = rule;
  const anchor = `r-${formOf(id)}`;
  return (
    <li id={anchor} class={isOpen ? "open" : ""}>
      <div class="what">
        <p>{title}</p>
        <p class="soft">{now.off ? words.usual(whenOf(rule, {}, at)) : capital(whenOf(rule, now, at))}</p>
        {now.days !== undefined && <p class="soft">{words.usual(whenOf(rule, {}, at))}</p>}
        {items.length > 0 && (
          <p class="soft">
            {`${words.items}: ${items.map((one) => `${one.title} (${one.off ? words.off : whenOf(rule, one, at)})`).join(", ")}`}
          </p>
        )}
      </div>
      {isChanged(now) && (
        <p class="inline">
          <span class={`pill${now.off ? " warm" : " strong"}`}>{now.off ? words.off : words.changed}</span>
        </p>
      )}
      <p class="acts">
        <a
          class="button button-secondary small"
          href={isOpen ? "?#rules" : `?rule=${encodeURIComponent(id)}#${anchor}`}
        >
          {isOpen ? words.close : words.edit}
          <span class="sr-only">{`: ${title}`}</span>
        </a>
      </p>
      {isOpen && (
        <div class="edit">
          <Edit at={at} known={known} rule={rule} />
        </div>
      )}
    </li>
  );
}

function Edit({ at, known, rule }: Pick<Props, "at" | "known"> & { rule: Rule }) {
  const words = RULES[at.language];
  const id = formOf(rule.id);
  const field = { at, id };
  const days = rule.now.days ?? rule.days;
  const from = fromOf(rule, at);
  const sides = (["before", "after"] as const).map((side) => ({ value: side, label: words.sides[side](from) }));
  return (
    <Form at={at} id={id} action={`/networks/${encodeURIComponent(known.id)}/messages/rule`}>
      <input type="hidden" name="rule" value={rule.id} />
      <input type="hidden" name="usual" value={String(rule.days)} />
      <Picks
        {...field}
        name="is"
        label={words.is}
        choices={[
          { value: "on", label: words.on },
          { value: "off", label: words.isOff },
        ]}
        values={[rule.now.off ? "off" : "on"]}
      />
      <div class="grid2">
        <Input
          {...field}
          name="count"
          inputmode="numeric"
          label={words.count[rule.unit]}
          hint={words.countHint}
          value={String(Math.abs(days))}
        />
        <Select {...field} name="side" label={words.side} choices={sides} value={days < 0 ? "before" : "after"} />
      </div>
      <Input {...field} name="d.reason" label={words.reason} hint={words.reasonHint} required />
      {rule.items.length > 0 && <p class="soft">{words.all}</p>}
      <SeeThenDo at={at} id={id} label={words.save} zone={known.zone} />
    </Form>
  );
}

const fromOf = (rule: Rule, { language }: Pick<At, "language">): string =>
  rule.anchor === "start" ? RULES[language].fromStart : RULES[language].from[rule.for];

/** «2 dage før mødet». */
function whenOf(rule: Rule, change: Change, at: At): string {
  const words = RULES[at.language];
  const days = change.days ?? rule.days;
  const from = fromOf(rule, at);
  const again = rule.every === undefined ? "" : words.again(rule.every);
  if (days === 0) return `${words.sameDay(from)}${again}`;
  const [one, several] = words.units[rule.unit];
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? one : several}`;
  return `${(days < 0 ? words.before : words.after)(count, from)}${again}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
