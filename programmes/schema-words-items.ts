// What every key of an item and of a date in a programme file is for, in both languages.
import { description, phases, place, remarks, say, title, when } from "./schema-words-parts.ts";
import type { Words } from "./schema-words-parts.ts";

/** By name of the part, then by key. */
export const ITEM_WORDS: Record<string, Words> = {
  When: {
    quote: say("Kildens egne ord for tiden", "The source's own words for the time"),
    label: say("En etiket fra kilden, for eksempel Dag 41", "A label of the source, for example Dag 41"),
    yearless: say(
      "En dag uden år ved siden af den tid, der gælder",
      "A day without a year beside the time that governs",
    ),
    condition: say(
      "Betingelsen, det venter på, alene eller ved siden af en tid",
      "The condition that it waits for, alone or beside a time",
    ),
    date: say("En dag", "A day"),
    days: say("Flere dage: den første og den sidste", "Several days: the first and the last"),
    day: say("En dag, hvis år kilden ikke siger", "A day whose year the source does not say"),
    time: say("Klokkeslæt, sammen med date, days eller day", "Time of day, beside date, days or day"),
    until: say("Klokkeslæt, det slutter", "Time of day that it ends"),
    month: say("En måned", "A month"),
    part: say("Sammen med month: early, mid eller late (primo, medio, ultimo)", "Beside month: early, mid or late"),
    months: say("Flere måneder: den første og den sidste", "Several months: the first and the last"),
    season: say(
      "En årstid: winter, spring, summer, autumn og et år",
      "A season: winter, spring, summer, autumn and a year",
    ),
    isoWeek: say("En uge i kalenderen", "A week of the calendar"),
    week: say(
      "En programuge: uge 1 er den uge, netværket begynder",
      "A programme week: week 1 is the one in which the network begins",
    ),
    weeks: say("Flere programuger: den første og den sidste", "Several programme weeks: the first and the last"),
    either: say("Den ene eller den anden programuge", "One programme week or the other"),
    between: say(
      "Mellem to punkter: fra dagen efter det ene til dagen før det andet",
      "Between two items: from the day after one to the day before the other",
    ),
    before: say("Til og med dagen før et punkt", "Up to the day before an item"),
    after: say("Fra dagen efter et punkt", "From the day after an item"),
    within: say("Sammen med before eller after: højst så mange dage", "Beside before or after: at most so many days"),
    midwayOf: say("Dagen midt i en fase", "The day in the middle of a phase"),
    unknown: say('true: kilden siger det ikke; det samme som "?"', 'true: the source does not say; the same as "?"'),
  },
  Item: {
    kind: say("Hvad det er", "What it is"),
    title,
    when,
    phases,
    audience: say(
      'Hvem det er for: roller og grupper, everyone eller "?". For en beslutning: hvem der afgør',
      'Whom it is for: roles and groups, everyone or "?". Of a decision: who decides',
    ),
    place,
    sessions: say(
      "Flere gange af samme møde, hver under sit id; hver person er med til én",
      "Several gatherings of one meeting, each under its id; each person attends one",
    ),
    tentative: say("true: det er ikke sikkert", "true: it is not certain"),
    voluntary: say(
      "true: hjemmearbejdet er frivilligt og bliver aldrig for sent",
      "true: the homework is voluntary and never overdue",
    ),
    openSignUp: say("true: andre end de indbudte kan tilmelde sig", "true: others than those invited may sign up"),
    extent: say(
      "Kun pauser: full (intet sker), partial (noget sker) eller work (der arbejdes)",
      "Breaks only: full (nothing happens), partial (something does) or work (work goes on)",
    ),
    effort: say('Arbejdsdage, for eksempel "5 + 2 × ideas"', 'Days of work, for example "5 + 2 × ideas"'),
    target: say("Et mål for hjemmearbejdet i hver organisation", "A target of the homework in each organisation"),
    against: say(
      "Kun måling: numrene på de succeskriterier, hver måling skal have med",
      "Monitoring only: numbers of the criteria of success that each record has to measure",
    ),
    asks: say("Spørgsmål, som hjemmearbejdet skal svare på", "Questions that the homework is to answer"),
    decision: say("Hvordan beslutningen tages", "How the decision is taken"),
    reminders: say(
      "Påmindelser, der er anderledes for dette punkt: regel, og så off eller andre dage",
      "Reminders that differ for this item: a rule, then off or other days",
    ),
    description,
    ...remarks,
  },
  Session: {
    title,
    when,
    place,
    region: say("Regionen, hvis folk er med til denne gang", "The region whose people attend this one"),
  },
  Effort: {
    base: say("Arbejdsdage i alt", "Days of work in all"),
    perIdea: say("Arbejdsdage for hver idé i test", "Days of work for each idea in test"),
  },
  Target: {
    role: say("Den rolle, der skal være nogen i", "The role that people are to have"),
    atLeast: say("Mindst så mange i hver organisation", "At least so many in each organisation"),
  },
  Decision: {
    kind: say(
      "approve (ja eller nej), select (vælg blandt flere) eller consensus (enighed på et møde)",
      "approve (yes or no), select (choose among several) or consensus (agreement at a meeting)",
    ),
    proposedBy: say("Roller, der må foreslå; ellers den, der leder", "Roles that may propose; else whoever leads"),
    carriedBy: say(
      "Hvor mange stemmer der skal til: one, majority eller all",
      "Which votes carry it: one, majority or all",
    ),
    notAlone: say("true: den, der foreslog, kan ikke alene godkende", "true: who proposed it cannot alone approve it"),
    choose: say("Kun select: så mange vælges", "select only: so many are chosen"),
    quorum: say('Mindst så mange skal have stemt, eller "?"', 'At least so many must have voted, or "?"'),
    needs: say(
      "Kriterier, der skal være opfyldt, før forslaget kan stilles",
      "Criteria that must hold before it can be proposed",
    ),
    again: say(
      "Beslutninger, der tages om, når denne forkastes",
      "Decisions that are taken again when this one is rejected",
    ),
    rounds: say(
      "Højst så mange gange kan forslaget stilles; i den sidste kan det ikke forkastes",
      "It is proposed at most so many times; the last time it cannot be rejected",
    ),
  },
  IdeaDecision: {
    carriedBy: say(
      "Hvor mange stemmer der skal til: one, majority eller all",
      "Which votes carry it: one, majority or all",
    ),
    quorum: say("Mindst så mange skal have stemt", "At least so many must have voted"),
    notAlone: say(
      "true: den, der lagde resultatet frem, kan ikke alene tage stilling",
      "true: who laid the result before them cannot alone decide",
    ),
    castingVote: say(
      "Rollen, hvis stemme afgør det, når alle har stemt og står lige",
      "The role whose vote decides when all have voted and are even",
    ),
  },
  ItemReminder: {
    off: say("true: slået fra for dette punkt", "true: turned off for this item"),
    days: say(
      "Dage fra tiden: -3 er tre dage før, 1 er dagen efter",
      "Days from its time: -3 is three days before, 1 is the day after",
    ),
  },
};
