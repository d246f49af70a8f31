// docs/theme-proposals.md is true: its commands are those there are, and its table says who may do what, and when.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { COMMANDS } from "../../cli/surface.ts";
import { proposalOf } from "../../machines/themes/proposal.ts";
import { actsOf, type ThemeAct, type ThemeAsker } from "../../machines/themes/rights.ts";
import type { Proposal, Theme, ThemeState } from "../../machines/themes/types.ts";
import { rowsOf } from "./markdown.ts";

const text = await readFile(new URL("../../docs/theme-proposals.md", import.meta.url), "utf8");

test("every command in it is one, and every command about proposals is in it", () => {
  const named = new Set(
    [...text.matchAll(/(?:npx fremdrift |`)((?:theme|forum|office|network) \w+)/g)].map(([, one]) => one!),
  );
  const known = COMMANDS.map(({ path }) => path);
  expect([...named].filter((one) => !known.includes(one))).toEqual([]);
  expect(known.filter((one) => one.startsWith("theme ") && !named.has(one))).toEqual([]);
});

const THEME: Theme = {
  id: "t",
  title: "t",
  challenge: "c",
  type: "innovation",
  characteristics: {},
  proposer: "pia",
  lineManager: "lis",
  proposedAt: 0,
};
const STATES: Record<string, ThemeState> = { foreslået: "proposed", venter: "waiting", godkendt: "accepted" };
const ALL: ThemeState[] = ["proposed", "waiting", "accepted", "refused", "withdrawn", "made"];
const ASKERS: [word: RegExp, asker: ThemeAsker][] = [
  [/stillede det/, { person: "pia", admin: false, offices: [] }],
  [/personaleleder/, { person: "lis", admin: false, offices: [] }],
  [/chefforum/, { person: "frida", admin: false, offices: ["managementForum"] }],
  [/sekretariatet/, { person: "sif", admin: false, offices: ["secretariat"] }],
  [/administrator/, { admin: true, offices: [] }],
];

test.each(rowsOf(text).slice(1))("«%s»: %s by %s, where it is %s", (_, command, who, when) => {
  const verb = command!.replaceAll("`", "").split(" ")[1] as ThemeAct;
  const states = when!.split(", ").map((word) => STATES[word]!);
  for (const state of ALL) {
    const proposal: Proposal = { ...proposalOf(THEME, []), state };
    const may = ASKERS.filter(([, asker]) => actsOf(proposal, asker).includes(verb)).map(([word]) => word);
    const said = states.includes(state) ? ASKERS.filter(([word]) => word.test(who!)).map(([word]) => word) : [];
    expect([state, may]).toEqual([state, said]);
  }
});
