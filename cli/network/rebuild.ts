// Lets the store and the workflow of a network agree again.
import type { FremdriftClient } from "../../api/client.ts";
import { repeatable } from "../repeat.ts";
import type { Given, Language, Output, World } from "../world.ts";

/** What was found and what was done, as the API says it. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const client = await world.client();
  const [id, reason] = [args[0]!, options["reason"]];
  const asked = { ...(options["dryRun"] && { dryRun: true }), ...(reason !== undefined && { reason }) };
  const done = await repeatable(options["key"], world.words, (key) => client.rebuild(id, asked, key));
  return { json: done, text: textOf(done, world.language) };
}

type RebuiltJson = Awaited<ReturnType<FremdriftClient["rebuild"]>>;

function textOf({ was, projection, store, workflow, entries, mails, dryRun }: RebuiltJson, language: Language): string {
  const said = SAID[language];
  const lines = [
    ...(projection ? [said.projection] : []),
    ...(was === "store-behind" ? [said.storeBehind(store, workflow ?? 0, entries), said.mails(mails)] : []),
    ...(was === "workflow-behind" ? [said.workflowBehind(store, workflow ?? 0)] : []),
    ...(was === "missing" ? [said.missing(store)] : []),
  ];
  if (lines.length === 0) return said.nothing(store);
  return [...(dryRun ? [said.dryRun] : []), ...lines].join("\n");
}

const SAID = {
  da: {
    dryRun: "Intet er ændret. Dette ville ske:",
    nothing: (n: number) => `Der er intet at gøre: log og workflow står begge ved post ${n}.`,
    projection: "Visningen fulgte ikke loggen; den er lagt frem igen fra loggen.",
    storeBehind: (n: number, workflow: number, entries: number) =>
      `Loggen stod ved post ${n}, workflowet ved ${workflow}: ${entries} poster er skrevet igen.`,
    mails: (mails: number) => `${mails} mails derfra regnes for sendt dengang; ingen sendes to gange.`,
    workflowBehind: (n: number, workflow: number) =>
      `Workflowet stod ved post ${workflow}, loggen ved ${n}: et nyt er begyndt fra loggen.`,
    missing: (n: number) => `Temporal kendte ikke netværket: et nyt workflow er begyndt fra loggen, ved post ${n}.`,
  },
  en: {
    dryRun: "Nothing was changed. This would happen:",
    nothing: (n: number) => `There is nothing to do: ledger and workflow both stand at entry ${n}.`,
    projection: "What is shown did not follow the ledger; it was put up again from it.",
    storeBehind: (n: number, workflow: number, entries: number) =>
      `The ledger stood at entry ${n}, the workflow at ${workflow}: ${entries} entries were written again.`,
    mails: (mails: number) => `${mails} mails of theirs count as sent then; none is sent twice.`,
    workflowBehind: (n: number, workflow: number) =>
      `The workflow stood at entry ${workflow}, the ledger at ${n}: another has begun from the ledger.`,
    missing: (n: number) =>
      `Temporal did not know the network: another workflow has begun from the ledger, at entry ${n}.`,
  },
};
