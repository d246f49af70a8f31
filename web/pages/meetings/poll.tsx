// The date poll of a meeting without a date: asked, answered, and one of its dates chosen.
import type { NetworkPollJson } from "../../../api/client.ts";
import { moment, shortDay } from "../../site/dates.ts";
import { SeeThenDo } from "../../site/consequences.tsx";
import { doUrl } from "../../site/do.ts";
import { Form, Input, marked, Press, Submit } from "../../site/forms.tsx";
import { Fold } from "./lead.tsx";
import { OPEN } from "./open-words.ts";
import type { Showing } from "./parts.tsx";

type Props = Showing & { poll: NetworkPollJson | undefined };

const SAID = ["yes", "maybe", "no"] as const;
const DATES = [0, 1, 2, 3, 4, 5];

/** The poll that runs, or for whoever leads the form that begins one. */
export function Poll(props: Props) {
  const { at, known, meeting, poll } = props;
  const { poll: words } = OPEN[at.language];
  if (meeting.state !== "planned" || meeting.sessions || known.ended) return null;
  if (!poll || (poll.state !== "open" && poll.state !== "ended"))
    return known.mayDo("startPoll") ? <Begin {...props} /> : null;
  return (
    <section aria-labelledby="poll">
      <h2 id="poll">{words.title}</h2>
      <p>
        {[
          words.answered(poll.answered),
          ...(poll.missing ? [words.missing(poll.missing.length)] : []),
          poll.state === "ended" ? words.ended : poll.closes && words.until(dayOf(poll.closes, props)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <Dates {...props} poll={poll} />
      {poll.state === "open" && meeting.mine && <Mine {...props} poll={poll} />}
      {known.mayDo("cancelPoll") && (
        <Press
          at={at}
          id="stop-poll"
          action={doUrl(known.id, "cancelPoll")}
          fields={{ "d.item": meeting.id, said: words.stopped }}
          label={words.stop}
        />
      )}
    </section>
  );
}

const dayOf = (at: string, { known, at: { language } }: Showing) =>
  shortDay(at, { zone: known.zone, language }, known.now);

const dateOf = (start: string, poll: NetworkPollJson, props: Showing) => {
  const told = { zone: props.known.zone, language: props.at.language };
  return poll.allDay ? shortDay(start, told, props.known.now) : moment(start, told, props.known.now);
};

type Running = Showing & { poll: NetworkPollJson };

function Dates({ poll, ...props }: Running) {
  const { at, known, meeting } = props;
  const { poll: words } = OPEN[at.language];
  const mayChoose = known.mayDo("closePoll");
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={words.caption}>
      <table class="table mt-poll">
        <caption class="sr-only">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            {SAID.map((one) => (
              <th scope="col" class="num">
                {words.said[one]}
              </th>
            ))}
            {mayChoose && <th scope="col">{words.choose}</th>}
          </tr>
        </thead>
        <tbody>
          {poll.dates.map((date) => (
            <tr>
              <th scope="row">
                {`${dateOf(date.start, poll, props)} `}
                {date.best && <span class="pill strong">{words.best}</span>}
              </th>
              {SAID.map((one) => (
                <td class="num">{date[one]}</td>
              ))}
              {mayChoose && (
                <td>
                  <Press
                    at={at}
                    id={`choose-${date.start.replaceAll(/\W/g, "")}`}
                    action={doUrl(known.id, "closePoll")}
                    fields={{ "d.item": meeting.id, "d.choose": date.start, said: words.chosen }}
                    label={words.choose}
                    about={dateOf(date.start, poll, props)}
                    kind={date.best ? "primary" : "secondary"}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Mine({ poll, ...props }: Running) {
  const { at, known, meeting } = props;
  const { poll: words } = OPEN[at.language];
  return (
    <Form at={at} id="poll-mine" action={`/networks/${encodeURIComponent(known.id)}/meetings/${meeting.id}/poll`}>
      <h3>{words.mine}</h3>
      <input type="hidden" name="said" value={words.saved} />
      {poll.dates.map(({ start, mine }) => (
        <fieldset>
          <legend>{dateOf(start, poll, props)}</legend>
          <div class="mt-choices">
            {SAID.map((one) => (
              <label class="mt-tick">
                <input
                  type="radio"
                  name={`date ${start}`}
                  value={one}
                  checked={marked(at, "poll-mine", `date ${start}`, one, mine === one)}
                />
                <span>{words.said[one]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <Submit label={words.save} />
    </Form>
  );
}

function Begin({ at, known, meeting }: Showing) {
  const { poll: words } = OPEN[at.language];
  const field = { at, id: "poll" };
  return (
    <Fold at={at} id="poll" title={words.ask}>
      <Form at={at} id="poll" action={doUrl(known.id, "startPoll")}>
        <p>{words.intro}</p>
        <input type="hidden" name="d.item" value={meeting.id} />
        <input type="hidden" name="said" value={words.started} />
        <div class="grid2">
          {DATES.map((i) => (
            <Input {...field} name={`d.dates.${i}`} type="datetime-local" label={words.date(i + 1)} required={i < 2} />
          ))}
          <Input {...field} name="d.minutes:n" type="number" label={words.minutes} />
          <Input {...field} name="d.closes" type="date" label={words.closes} />
        </div>
        <SeeThenDo at={at} id="poll" label={words.start} zone={known.zone} />
      </Form>
    </Fold>
  );
}
