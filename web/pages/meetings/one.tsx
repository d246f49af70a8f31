// One meeting: when, where and why, whether the reader comes, and everything that belongs to it.
import type { MeetingJson, NetworkPollJson, NetworkSignUpJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import type { Site } from "../../site/site.tsx";
import { Beside } from "../files/beside.tsx";
import { networkOf, type Known } from "../network-of.ts";
import { Answer, canAnswer } from "./answer.tsx";
import { Lead, NextStep } from "./lead.tsx";
import { LEAD } from "./lead-words.ts";
import { Agenda, Attendance, Messages, Report, Who, type Showing } from "./parts.tsx";
import { Poll } from "./poll.tsx";
import { SignUp } from "./sign-up.tsx";
import { startOf, When } from "./when.tsx";
import { MEETINGS } from "./words.ts";
import { AgendaForm, AttendanceForms, FocusForm, MinutesForm, MinutesMore } from "./work-forms.tsx";

/** Adds the page. */
export function addMeeting({ page, largestFile: largest }: Site): void {
  page("/networks/:id/meetings/:item", async (at) => {
    const { c, api } = at;
    const [id, item] = [c.req.param("id") ?? "", c.req.param("item") ?? ""];
    const [known, meeting, polls, signUps] = await Promise.all([
      networkOf(at),
      api.meeting(id, item),
      api.polls(id),
      api.signUps(id),
    ]);
    const owners = known.leads && !meeting.hasMinutes ? (await api.people(id)).people : [];
    const of = <T extends { item: string }>(all: T[]) => all.find((one) => one.item === item);
    const poll = of(polls);
    const polled = poll !== undefined && ["open", "ended"].includes(poll.state);
    const body = <Meeting {...{ at, known, meeting, owners, largest, poll, polled }} signUp={of(signUps)} />;
    return { title: meeting.title, body, network: known.network, part: "meetings" };
  });
}

type Props = {
  at: At;
  known: Known;
  meeting: MeetingJson;
  polled: boolean;
  poll: NetworkPollJson | undefined;
  signUp: NetworkSignUpJson | undefined;
  owners: { name: string; email: string }[];
  largest: number;
};

function Meeting(props: Props) {
  const { at, known, meeting, largest } = props;
  const words = MEETINGS[at.language];
  return (
    <>
      <nav class="crumbs" aria-label={words.title}>
        <a href={`/networks/${encodeURIComponent(known.id)}/meetings`}>{words.title}</a>
      </nav>
      <h1>{meeting.title}</h1>
      <div data-part="meeting">
        <Facts {...props} />
      </div>
      {known.leads && <NextStep {...props} />}
      <Coming {...props} />
      <Poll {...props} />
      <div class="cols">
        <div>
          <Work {...props} />
          {known.leads && <Leading {...props} />}
          <Beside at={at} known={known} about={`item:${meeting.id}`} beside={meeting} largest={largest} />
        </div>
        <div>
          <Side {...props} />
        </div>
      </div>
    </>
  );
}

/** Time, place and purpose. */
function Facts({ at, known, meeting }: Showing) {
  const words = MEETINGS[at.language];
  const { state, dates, description, audience, tentative } = meeting;
  const isAhead = startOf(meeting) !== undefined && state === "pinned";
  return (
    <>
      <p>
        {state !== "pinned" && <span class={`pill ${PILL[state]}`}>{words.state[state]}</span>}
        {tentative && <span class="pill warm">{words.tentative}</span>}
      </p>
      <When of={meeting} told={{ zone: known.zone, language: at.language }} now={known.now} />
      <dl class="facts">
        {!meeting.sessions && (
          <>
            <dt>{words.where}</dt>
            <dd>{dates.place ?? words.noPlace}</dd>
          </>
        )}
        {audience.length > 0 && (
          <>
            <dt>{words.whom}</dt>
            <dd>{audience.join(", ")}</dd>
          </>
        )}
        {description !== undefined && (
          <>
            <dt>{words.purpose}</dt>
            <dd>{description}</dd>
          </>
        )}
      </dl>
      {isAhead && (meeting.mine || known.leads) && !at.me.admin && (
        <p>
          <a href={`/networks/${encodeURIComponent(known.id)}/meetings/${meeting.id}/calendar.ics`}>{words.calendar}</a>
        </p>
      )}
    </>
  );
}

const PILL: Record<MeetingJson["state"], string> = {
  planned: "warm",
  drafted: "warm",
  pinned: "",
  held: "strong",
  cancelled: "wrong",
};

/** Whether the reader comes, or came; nothing where there is nothing to say of it. */
function Coming({ at, known, meeting }: Showing) {
  const words = MEETINGS[at.language];
  const { state, mine } = meeting;
  if (!mine || state === "cancelled" || state === "drafted") return null;
  const isSaid = mine.came !== undefined || (state !== "held" && mine.answer !== undefined);
  if (!isSaid && !canAnswer(known, meeting)) return null;
  return (
    <section aria-labelledby="answering">
      <h2 id="answering">{words.answer.title}</h2>
      <Answer at={at} known={known} meeting={meeting} />
    </section>
  );
}

/** What is to be talked of; and what was, first, once the meeting was held. Each with its form for whoever may write it. */
function Work(props: Props) {
  const { at, known, meeting } = props;
  const words = MEETINGS[at.language];
  const isToCome = ["planned", "drafted", "pinned"].includes(meeting.state);
  return (
    <>
      {(meeting.state === "held" || meeting.hasMinutes) && <Said {...props} />}
      <h2>{words.agenda}</h2>
      <div data-part="agenda">
        <Agenda at={at} agenda={meeting.agenda} />
      </div>
      {isToCome && known.mayDo("setAgenda") && !known.ended && <AgendaForm {...props} />}
    </>
  );
}

function Said(props: Props) {
  const { at, known, meeting, owners } = props;
  const words = MEETINGS[at.language];
  const may = (trigger: string) => known.mayDo(trigger) && !known.ended;
  return (
    <>
      <h2>{words.report}</h2>
      <div data-part="minutes">
        <Report {...props} />
      </div>
      {!meeting.hasMinutes && may("recordMinutes") && <MinutesForm {...props} owners={owners} />}
      {meeting.minutes && !known.ended && <MinutesMore {...props} />}
      {meeting.state === "held" && may("agreeFocusQuestion") && <FocusForm {...props} />}
      {known.leads && may("recordAttendance") && meeting.state === "held" && <AttendanceForms {...props} />}
    </>
  );
}

function Leading(props: Props) {
  const { at, known, meeting, signUp } = props;
  if (known.ended || meeting.state === "held" || meeting.state === "cancelled") return null;
  return (
    <>
      <h2>{LEAD[at.language].lead}</h2>
      <div class="mt-folds">
        <Lead {...props} />
        {!signUp && <SignUp {...props} />}
      </div>
    </>
  );
}

function Side(props: Props) {
  const { at, known, meeting, signUp } = props;
  const words = MEETINGS[at.language];
  return (
    <>
      {(meeting.state === "held" || meeting.state === "pinned") && (
        <>
          <h2>{meeting.state === "held" ? words.attendance : words.who}</h2>
          <div data-part="who" class="mt-folds">
            {meeting.state === "held" ? <Attendance {...props} /> : <Who at={at} meeting={meeting} />}
          </div>
        </>
      )}
      {signUp && <SignUp {...props} />}
      {known.leads && (
        <div class="mt-folds">
          <details>
            <summary>{words.messages}</summary>
            <Messages at={at} known={known} about={meeting} />
          </details>
        </div>
      )}
    </>
  );
}
