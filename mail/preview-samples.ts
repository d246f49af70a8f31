// One sample of every letter there is, about a made-up network, for whoever wants to read them before they go.
import type { MailModel } from "../machines/ledger.ts";
import type { Text } from "../programmes/types.ts";
import type { Language } from "./dates.ts";
import {
  homework,
  idea,
  local,
  meeting,
  model,
  news,
  phase,
  poll,
  profile,
  step,
  task,
  text,
  undated,
} from "./preview-models.ts";
import { render, renderDigest, type Links, type Reader, type Rendered } from "./render.ts";

/**
 * `id` is the rule, or the rule and what is special about the sample. `when` it goes, and `to` whom. Several models make a digest.
 */
export type Sample = { id: string; when: Text; to: Text; models: [MailModel, ...MailModel[]] };

/** The sample's letter to a made-up reader. */
export function lettered({ models }: Sample, language: Language): Rendered {
  const reader: Reader = { id: "p1", name: "Alma Eksempel", email: "alma@example.org", language };
  const [model, ...others] = models;
  return others.length > 0 ? renderDigest(models, reader, LINKS) : render(model, reader, LINKS);
}

const LINKS: Links = { base: "https://fremdrift.example", answerUrl: () => "https://fremdrift.example/a/eksempel" };

const INVITED = text("inviterede, der ikke har meldt fra", "those invited who have not declined");
const WAS_INVITED = text("dem, der havde fået invitationen", "those who had the invitation");
const MINUTES = text("den, der skriver referat", "whoever keeps the minutes");
const UNDECIDED = text("dem, der ikke har taget stilling", "those who have not decided");
const UNDELIVERED = text("dem, der ikke har afleveret", "those who have not delivered");
const LEAD = text("netværkslederen", "the network lead");
const CO_DRIVER = text("co-driver", "the co-driver");
const OWNER = text("den, der har opgaven", "whoever has the task");
const STEP_OWNER = text("den, der står for det næste skridt", "whoever has the next step");
const CONCERNED = text(
  "dem, der leder, afgør og tester, og kernegruppen",
  "who leads, decides and tests, and the core group",
);
const EVERYONE = text("alle i netværket", "everyone in the network");

const before = (days: number, da: string, en: string) => text(`${days} dage før ${da}`, `${days} days before ${en}`);
const after = (days: number, da: string, en: string) =>
  days === 1
    ? text(`1 dag efter ${da}`, `1 day after ${en}`)
    : text(`${days} dage efter ${da}`, `${days} days after ${en}`);
const beforeMeeting = (days: number) => before(days, "mødet", "the meeting");
const beforeDue = (days: number) => before(days, "fristen", "the deadline");
const afterDue = (days: number) => after(days, "fristen", "the deadline");

const sample = (made: MailModel, when: Text, to: Text, special = ""): Sample => ({
  id: made.rule + special,
  when,
  to,
  models: [made],
});

/** Every letter: of each rule of the common programme, and of every reason to write. A test holds both to it. */
export const SAMPLES: Sample[] = [
  sample(
    meeting("meeting-invitation", "2027-02-01T10:00"),
    text("når mødet får en dato", "when the meeting gets a date"),
    INVITED,
  ),
  sample(
    meeting("meeting-invitation", "2027-02-01T10:00", {
      tentative: true,
      start: local("2027-03-11"),
      end: local("2027-03-12T23:59"),
      allDay: true,
    }),
    text("når et foreløbigt møde får en dag", "when a tentative meeting gets a day"),
    INVITED,
    "-tentative",
  ),
  sample(meeting("meeting-14", "2027-02-25T09:00"), beforeMeeting(14), INVITED),
  sample(meeting("meeting-7", "2027-03-04T09:00"), beforeMeeting(7), INVITED),
  sample(meeting("meeting-2", "2027-03-09T09:00"), beforeMeeting(2), INVITED),
  sample(
    meeting("meeting-moved", "2027-03-02T13:00", { reason: "Lokalet var optaget." }),
    text("når mødet flyttes", "when the meeting is moved"),
    INVITED,
  ),
  ...(["poll-opened", "poll-reminder", "poll-ended", "poll-cancelled"] as const).map((rule) =>
    sample(
      poll(rule, "2027-02-08T10:00"),
      text("når der spørges om en dato til et møde", "when a date of a meeting is polled"),
      rule === "poll-ended" ? LEAD : text("dem, mødet er planlagt for", "those the meeting is planned for"),
    ),
  ),
  sample(
    meeting("signup-opened", "2027-02-01T10:00"),
    text("når der åbnes for tilmelding til et møde", "when the sign-up of a meeting is opened"),
    text("dem, mødet er planlagt for", "those the meeting is planned for"),
  ),
  ...(["signup-seated", "signup-waiting", "signup-moved-up", "signup-withdrawn", "signup-unlisted"] as const).map(
    (rule) =>
      sample(
        meeting(rule, "2027-02-08T10:00"),
        text("når nogens plads ved et åbent møde ændrer sig", "when somebody's place at an open meeting changes"),
        text("den, det er", "whoever it is"),
      ),
  ),
  sample(
    meeting("meeting-cancelled", "2027-03-02T13:00", { reason: "Vi samler møde 3 og 4 i ét." }),
    text("når mødet aflyses", "when the meeting is cancelled"),
    WAS_INVITED,
  ),
  sample(meeting("minutes-3", "2027-03-15T09:00"), after(3, "mødet", "the meeting"), MINUTES),
  sample(meeting("minutes-7", "2027-03-18T09:00"), after(7, "mødet", "the meeting"), MINUTES),
  sample(
    idea("decision-requested", "2027-08-06T10:00"),
    text("når en idé skal afgøres", "when an idea is to be decided"),
    UNDECIDED,
  ),
  sample(
    profile("decision-requested", "2027-08-06T10:00"),
    text("når en beslutning lægges frem", "when a decision is put forward"),
    UNDECIDED,
    "-item",
  ),
  sample(profile("decision-7", "2027-08-13T09:00"), beforeDue(7), UNDECIDED),
  sample(idea("decision-2", "2027-08-18T09:00", { round: 2 }), beforeDue(2), UNDECIDED),
  sample(idea("decision-overdue", "2027-08-23T09:00"), afterDue(1), UNDECIDED),
  sample(
    task("task-2", "2027-06-16T09:00", { insteadOf: ["Bo Eksempel"] }),
    beforeDue(2),
    text("stedfortræderen for den, der har opgaven", "the substitute of whoever has the task"),
    "-substitute",
  ),
  sample(
    profile("decision-substitute", "2027-08-23T09:00", { insteadOf: ["Bo Eksempel"] }),
    afterDue(3),
    text("stedfortræderen for den, der mangler at svare", "the substitute of whoever has not answered"),
  ),
  sample(profile("decision-chair", "2027-08-27T09:00"), afterDue(7), text("formanden", "the chair")),
  sample(
    profile("decision-forum", "2027-09-03T09:00"),
    text("14 dage efter fristen, og så hver uge", "14 days after the deadline, then every week"),
    text("chefforum eller sekretariat", "the management forum or the secretariat"),
  ),
  sample(homework("homework-7", "2027-04-23T09:00"), beforeDue(7), UNDELIVERED),
  sample(homework("homework-2", "2027-04-28T09:00"), beforeDue(2), UNDELIVERED),
  sample(homework("homework-overdue", "2027-05-03T09:00"), afterDue(1), UNDELIVERED),
  sample(homework("homework-lead", "2027-05-03T09:00"), afterDue(3), LEAD),
  sample(
    phase("phase-overdue", "2027-05-31T09:00"),
    text(
      "første arbejdsdag efter fasens planlagte slut, og så hver uge",
      "first working day after the phase's planned end, then every week",
    ),
    LEAD,
  ),
  sample(
    phase("phase-codriver", "2027-05-31T09:00"),
    after(3, "fasens planlagte slut", "the phase's planned end"),
    CO_DRIVER,
  ),
  sample(task("task-first", "2027-06-07T09:00"), text("opgavens første dag", "the first day of the task"), OWNER),
  sample(task("task-2", "2027-06-16T09:00"), beforeDue(2), OWNER),
  sample(task("task-overdue", "2027-06-21T09:00"), afterDue(1), OWNER),
  sample(task("task-codriver", "2027-06-21T09:00"), afterDue(3), CO_DRIVER),
  sample(
    task("task-passed", "2027-06-14T10:00"),
    text("når den, der havde opgaven, forlader netværket", "when whoever had the task leaves the network"),
    text("den, der så har opgaven: netværkslederen", "whoever has the task then: the network lead"),
  ),
  sample(step("followUp-2", "2027-09-29T09:00"), beforeDue(2), STEP_OWNER),
  sample(step("followUp-overdue", "2027-10-04T09:00"), afterDue(1), STEP_OWNER),
  sample(undated("date-28", "2027-04-05T09:00"), before(28, "tidsrummet begynder", "the period begins"), LEAD),
  sample(undated("date-14", "2027-04-19T09:00"), before(14, "tidsrummet begynder", "the period begins"), LEAD),
  sample(
    undated("date-0", "2027-05-03T09:00"),
    text("dagen, hvor tidsrummet begynder", "the day the period begins"),
    LEAD,
  ),
  sample(
    step("idea-approved", "2027-06-28T10:00"),
    text("når idéen er godkendt", "when the idea is approved"),
    CONCERNED,
  ),
  sample(
    news("idea-adjusted", "2027-06-28T10:00", {
      round: 2,
      reason: "Prøv det også i weekenden, og mål spildet i kilo.",
    }),
    text("når idéen skal justeres", "when the idea is to be adjusted"),
    CONCERNED,
  ),
  sample(
    news("idea-discarded", "2027-06-28T10:00", { reason: "Det kostede mere tid, end det sparede." }),
    text("når idéen er kasseret", "when the idea is discarded"),
    CONCERNED,
  ),
  sample(
    news("idea-abandoned", "2027-06-10T10:00", { reason: "Køkkenet lukker i sommer." }),
    text("når testen opgives", "when the test is abandoned"),
    CONCERNED,
  ),
  sample(
    model("network-closed", "2027-09-10T10:00", {
      subject: "network",
      page: "/networks/eksempel/report",
      title: text("Mad uden spild", "Mad uden spild"),
    }),
    text("når netværket afsluttes", "when the network ends"),
    EVERYONE,
  ),
  sample(
    model("network-stopped", "2027-06-01T10:00", {
      subject: "network",
      page: "/networks/eksempel",
      title: text("Mad uden spild", "Mad uden spild"),
      reason: "Køkkenerne bliver lagt sammen, så temaet er løst på en anden måde.",
    }),
    text("når netværket stoppes", "when the network is stopped"),
    EVERYONE,
  ),
  sample(
    meeting("news", "2027-03-02T13:00"),
    text("ved en regel uden egne tekster", "for a rule without texts of its own"),
    text("dem, reglen nævner", "those whom the rule names"),
  ),
  {
    id: "digest",
    when: text("én gang om dagen, for dem der har valgt det", "once a day, for those who chose so"),
    to: text("den, der får påmindelser samlet", "whoever gets reminders gathered"),
    models: [
      homework("homework-2", "2027-04-28T07:00"),
      task("task-2", "2027-04-28T07:00", {
        network: "eksempel-2",
        networkTitle: "Tryg udskrivning",
        deadline: local("2027-04-29T23:59"),
      }),
      meeting("meeting-7", "2027-04-28T07:00", { start: local("2027-05-05T09:00"), end: local("2027-05-05T12:00") }),
      profile("decision-overdue", "2027-04-28T07:00", { deadline: local("2027-04-26T23:59") }),
    ],
  },
];
