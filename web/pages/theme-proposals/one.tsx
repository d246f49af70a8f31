// One theme proposal: how it stands, what its reader can do with it, what it says, and what happened.
import type { ListedProgramme, ThemeProposalJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { longDay } from "../../site/dates.ts";
import { Form, Input, Lines, Picks, Select, Submit } from "../../site/forms.tsx";
import { dayText } from "../fresh/given.ts";
import { waitingText } from "./list.tsx";
import { CHARACTERISTICS } from "./propose.tsx";
import { THEMES } from "./words.ts";

type Props = { at: At; theme: ThemeProposalJson; programmes: ListedProgramme[] };

/** The body of the page. */
export function OneTheme(props: Props) {
  const { at, theme } = props;
  const { language } = at;
  const words = THEMES[language];
  const { title, state, may, challenge, characteristics, decision, network } = theme;
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">
        <span class={state === "accepted" || state === "made" ? "pill strong" : "pill"}>{words.states[state]}</span>
        {` ${waitingText(theme, language).join(" · ")}`}
      </p>
      {decision?.reason !== undefined && <p class="said">{decision.reason}</p>}
      {network !== undefined && (
        <p>
          <a class="button button-primary" href={`/networks/${network}`}>
            {words.toNetwork}
          </a>
        </p>
      )}
      {may.includes("decide") && <Decide {...props} />}
      {may.includes("start") && <Start {...props} />}
      {may.includes("hours") && <Hours {...props} />}
      <h2>{words.facts.challenge}</h2>
      <p class="typed">{challenge}</p>
      <Facts {...props} />
      {CHARACTERISTICS.some((one) => characteristics[one]) && (
        <>
          <h2>{words.form.characteristics}</h2>
          <dl class="facts">
            {CHARACTERISTICS.filter((one) => characteristics[one]).map((one) => (
              <>
                <dt>{words.characteristics[one][0]}</dt>
                <dd>{characteristics[one]}</dd>
              </>
            ))}
          </dl>
        </>
      )}
      <Story {...props} />
      {may.includes("withdraw") && <Withdraw {...props} />}
    </>
  );
}

const daysText = (days: number, { language }: At) =>
  THEMES[language].workdays(new Intl.NumberFormat(language === "da" ? "da-DK" : "en-GB").format(days));

function Facts({ at, theme }: Props) {
  const { language } = at;
  const words = THEMES[language];
  const { type, proposer, proposedAt, referenceManager, lineManager, start, hours } = theme;
  const told = { zone: "Europe/Copenhagen", language };
  const agreed = hours && (hours.agreed ? words.hoursOf(daysText(hours.days ?? 0, at)) : words.noHours);
  const facts = [
    [words.facts.type, words.types[type]],
    [words.facts.proposer, proposer],
    [words.facts.on, longDay(proposedAt, told)],
    [words.facts.reference, referenceManager],
    [words.facts.line, lineManager],
    [words.facts.hours, agreed && [agreed, hours?.reason].filter(Boolean).join(". ")],
    [words.facts.start, start && dayText(start, language)],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ),
      )}
    </dl>
  );
}

function Decide({ at, theme }: Props) {
  const words = THEMES[at.language].decide;
  const field = { at, id: "decide" };
  return (
    <section>
      <h2>{words.title}</h2>
      <Form {...field} action={`/themes/${theme.id}/decide`}>
        <Picks
          {...field}
          name="outcome"
          label={words.choose}
          choices={(["yes", "no", "wait"] as const).map((value) => ({
            value,
            label: words[value][0]!,
            hint: words[value][1]!,
          }))}
        />
        <Lines {...field} name="reason" label={words.reason} hint={words.reasonHint} />
        <Submit label={words.send} />
      </Form>
    </section>
  );
}

function Hours({ at, theme }: Props) {
  const words = THEMES[at.language].hours;
  const field = { at, id: "hours" };
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead(theme.proposer)}</p>
      <Form {...field} action={`/themes/${theme.id}/hours`}>
        <Picks
          {...field}
          name="agreed"
          label={words.agreed}
          choices={[
            { value: "yes", label: words.yes },
            { value: "no", label: words.no },
          ]}
          values={["yes"]}
        />
        <Input {...field} name="days" label={words.days} inputmode="decimal" />
        <Lines {...field} name="reason" label={words.note} rows={2} />
        <Submit label={words.send} />
      </Form>
    </section>
  );
}

function Start({ at, theme, programmes }: Props) {
  const words = THEMES[at.language].start;
  const field = { at, id: "start" };
  const fitting = programmes.filter(({ type, id }) => type === theme.type || id === theme.programme);
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <Form {...field} action={`/themes/${theme.id}/start`}>
        <div class="grid2">
          <Input {...field} name="start" type="date" label={words.day} value={theme.start ?? ""} required />
          <Select
            {...field}
            name="programme"
            label={words.programme}
            value={theme.programme ?? fitting[0]?.id ?? ""}
            choices={fitting.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </div>
        <Submit label={words.send} />
      </Form>
    </section>
  );
}

function Withdraw({ at, theme }: Props) {
  const words = THEMES[at.language].withdraw;
  const field = { at, id: "withdraw" };
  return (
    <details open={at.form?.id === "withdraw"}>
      <summary>{words.title}</summary>
      <Form {...field} action={`/themes/${theme.id}/withdraw`}>
        <Lines {...field} name="reason" label={words.reason} rows={2} />
        <Submit label={words.send} kind="secondary" />
      </Form>
    </details>
  );
}

function Story({ at, theme }: Props) {
  const { language } = at;
  const words = THEMES[language];
  const told = { zone: "Europe/Copenhagen", language };
  const { proposedAt, proposer, steps } = theme;
  const all = [
    { at: proposedAt, by: proposer, says: words.steps.proposed },
    ...steps.map((one) => ({ ...one, says: saysOf(one, at) })),
  ];
  return (
    <>
      <h2>{words.story}</h2>
      <ol class="rows">
        {all.toReversed().map(({ at: when, by, says, ...rest }) => (
          <li>
            <div class="what">
              <p>{says}</p>
              {"reason" in rest && rest.reason !== undefined && <p class="typed">{rest.reason}</p>}
              <p class="soft">{`${longDay(when, told)} · ${by}`}</p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function saysOf({ kind, data }: ThemeProposalJson["steps"][number], at: At): string {
  const words = THEMES[at.language].steps;
  if (kind === "decided") return words.decided[data["outcome"] as "yes" | "no" | "wait"];
  if (kind !== "hours") return words[kind];
  return data["agreed"] === true ? words.hours(daysText(Number(data["days"] ?? 0), at)) : words.noHours;
}
