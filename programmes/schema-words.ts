// What every key of a programme file is for, in both languages: shown by editors, and the reference in docs/programmes.md.
import { ITEM_WORDS } from "./schema-words-items.ts";
import { description, phases, remarks, say, title, when } from "./schema-words-parts.ts";
import type { Words } from "./schema-words-parts.ts";

/** By name of the part, then by key. A part is named as in the JSON Schema. */
export const SCHEMA_WORDS: Record<string, Words> = {
  Programme: {
    id: say(
      "Programmets korte navn: bogstaver, tal og bindestreg",
      "The programme's short name: letters, digits and hyphens",
    ),
    version: say("Udgaven: 1, og så én op, når det ændres", "The edition: 1, then one up when it is changed"),
    method: say(
      "Metoden, der ligger under, for eksempel nine-phases; none: ingen",
      "The method laid under it, for example nine-phases; none: nothing is",
    ),
    title,
    description,
    type: say(
      "Slags netværk: innovation, learning (læring) eller welfare (velfærd); innovation, hvor intet står",
      "The type of network: innovation, learning or welfare; innovation where nothing is said",
    ),
    zone: say("Tidszonen for alle klokkeslæt", "The time zone of all times of day"),
    weeks: say(
      "Antal programuger, når planen tæller i uger",
      "Number of programme weeks, where the plan counts in weeks",
    ),
    leadDays: say(
      "Dage, som netværket begynder før den første dato",
      "Days that the network begins before the first date",
    ),
    gates: say(
      "blocking: kriterier skal være opfyldt. advisory: de er råd",
      "blocking: criteria must hold. advisory: they are advice",
    ),
    parameters: say("Tal, som kriterier kan bruge ved navn", "Numbers that criteria can use by name"),
    rounds: say("Så mange gange kan en idé højst testes", "An idea is tested at most so many times"),
    decideWithin: say(
      "Dage til en afgørelse, hvor fasen ingen slutdato har",
      "Days for a decision where its phase has no end date",
    ),
    decideIn: say(
      "Fasen, hvor testede idéer afgøres; dens slutning er fristen",
      "The phase in which tested ideas are decided; its end is the deadline",
    ),
    decideIdeas: say("Hvordan der tages stilling til hver testet idé", "How each tested idea is decided on"),
    phases: say("Faserne, hver under sit id", "The phases, each under its id"),
    items: say(
      "Møder, hjemmearbejde og alt andet i planen, hvert under sit id",
      "Meetings, homework and all else in the plan, each under its id",
    ),
    roles: say("Rollerne, hver under sit id", "The roles, each under its id"),
    groups: say(
      "Grupper af deltagere, som folk er i ved siden af deres rolle",
      "Groups of participants, which people are in beside their role",
    ),
    tracks: say(
      "Lokale spor: de samme trin én gang i hver organisation",
      "Local tracks: the same steps once in each organisation",
    ),
    conditions: say("Hvad nogle tider og faser venter på", "What some times and phases wait for"),
    success: say("Succeskriterierne, som en liste af tekster", "The success criteria, as a list of texts"),
    budget: say("Budgettet", "The budget"),
    organisations: say("Hvor mange organisationer der kan være med", "How many organisations may take part"),
    rights: say(
      "Hvem der må hvad: handling, og så de roller der må, eller everyone",
      "Who may do what: a trigger, then the roles that may, or everyone",
    ),
    needs: say("Kriterier, der skal være opfyldt før en handling", "Criteria that must hold before a trigger is taken"),
    reminders: say("Påmindelser, hver under sit id", "Reminder rules, each under its id"),
    nonWorking: say('Fridage ud over helligdagene, som "12-24"', 'Days off beside the public holidays, as "12-24"'),
    ...remarks,
  },
  Text: {
    da: say("På dansk", "In Danish"),
    en: say("På engelsk", "In English"),
  },
  Phase: {
    title,
    mode: say(
      "opening (gør mere af), closing (vælger) eller neither",
      "opening (makes more), closing (chooses) or neither",
    ),
    description,
    opens: say("Kriterier for at åbne fasen; [] er ingen", "Criteria for opening the phase; [] is none"),
    closes: say("Kriterier for at afslutte fasen; [] er ingen", "Criteria for closing the phase; [] is none"),
    when,
    within: say("Kun i metoder: fasen, som denne er en del af", "In methods only: the phase that holds this one"),
    reopens: say("Fasen kan åbnes igen", "The phase may be opened again"),
    reopensOnAdjust: say(
      "true: fasen åbner igen, når en idé justeres",
      "true: the phase opens again when an idea is adjusted",
    ),
    mayBeSkipped: say(
      "true: fasen kan afsluttes som ikke gennemført, med en grund",
      "true: the phase may be closed as not carried out, with a reason",
    ),
    ...remarks,
  },
  Reopens: {
    while: say("Mens denne fase er åben", "While this phase is open"),
    most: say("Højst så mange gange", "At most so many times"),
  },
  Criterion: {
    id: say("Kriteriets korte navn", "The criterion's short name"),
    title: say("Kriteriet, som folk ser det, når det mangler", "The criterion as people see it when it is not met"),
    fact: say("Hvad der tælles, for eksempel closed:behov", "What is counted, for example closed:behov"),
    atLeast: say(
      "Mindst så mange: et tal eller navnet på et af parameters",
      "At least so many: a number or the name of one of parameters",
    ),
    atMost: say("Højst så mange", "At most so many"),
  },
  Role: {
    title,
    sample: say("Så mange er der i et prøvenetværk", "So many there are in a sample network"),
    required: say(
      "true: nogen skal have rollen, før et netværk kan begynde",
      "true: somebody must have the role before a network can begin",
    ),
    perOrganisation: say("Hvor mange der er i hver organisation", "How many there are in each organisation"),
    ...remarks,
  },
  Group: {
    title,
    sample: say("Så mange er der i et prøvenetværk", "So many there are in a sample network"),
    perOrganisation: say("Hvor mange der er i hver organisation", "How many there are in each organisation"),
  },
  PerOrganisation: {
    least: say("Mindst så mange", "At least so many"),
    most: say("Højst så mange", "At most so many"),
  },
  Track: {
    title,
    lead: say("Rollen, der leder sporet i sin organisation", "The role that leads the track in its organisation"),
    phases,
    steps: say("Sporets trin, hvert under sit id", "The steps of the track, each under its id"),
    most: say("Højst så mange organisationer", "At most so many organisations"),
    when,
    ...remarks,
  },
  Step: { title },
  Condition: { title },
  Budget: {
    total: say(
      "Beløbet i hele kroner; udelad det, hvor kilden intet siger",
      "The amount in whole units; leave it out where the source gives none",
    ),
    currency: say("Valutaen", "The currency"),
    lines: say("Budgettets linjer, hver under sit id", "The lines of the budget, each under its id"),
    ...remarks,
  },
  BudgetLine: {
    title,
    amount: say(
      "Linjens beløb; udelad det, hvor kilden intet siger",
      "The amount of the line; leave it out where the source gives none",
    ),
    phases,
  },
  Organisations: { most: say("Højst så mange", "At most so many") },
  Reminder: {
    for: say(
      "Hvad den er for: meeting, decision, homework, task (også målinger), minutes (referat), phase, followUp eller undated (møder uden dato)",
      "What it is for: meeting, decision, homework, task (also monitoring), minutes, phase, followUp or undated (meetings without a date)",
    ),
    unit: say(
      "workingDays eller hours: days tæller arbejdsdage eller timer i stedet for dage",
      "workingDays or hours: days counts working days or hours instead of days",
    ),
    every: say("Igen efter så mange dage, så længe den gælder", "Again after so many days, as long as it holds"),
    anchor: say(
      "Kun task: start regner fra den første dag i dens tid i stedet for den sidste",
      "task only: start counts from the first day of its time instead of the last",
    ),
    only: say("Kun for disse punkter", "For these items only"),
    days: say(
      "Dage fra tiden: -3 er tre dage før, 1 er dagen efter",
      "Days from its time: -3 is three days before, 1 is the day after",
    ),
    time: say("Klokkeslættet, den sendes", "The time of day that it is sent"),
    to: say(
      "Hvem der får den: invited, undecided, undelivered, owner, keeper, substitutes, chair, forum, coDriver eller roller",
      "Who gets it: invited, undecided, undelivered, owner, keeper, substitutes, chair, forum, coDriver or roles",
    ),
    title: say("Påmindelsen, som folk ser den", "The reminder as people see it"),
    off: say("true: slået fra i hele programmet", "true: turned off in the whole programme"),
  },
  ...ITEM_WORDS,
};
