// Where the links of letters lead: to the page of what each is about.
import { describe, expect, it } from "vitest";
import type { MailModel } from "../../machines/ledger.ts";
import { messagePage } from "../../machines/waiting/places.ts";
import type { ItemKind } from "../../programmes/types.ts";
import { SAMPLES } from "../../mail/preview-samples.ts";
import { render, renderDigest } from "../../mail/render.ts";
import { LINKS, meeting, reader } from "./models.ts";

const LETTERS = SAMPLES.filter(({ models }) => models.length === 1).map(({ id, models: [model] }) => ({ id, model }));
const KINDS: Record<string, ItemKind> = {
  "moede-3": "meeting",
  "moede-5": "meeting",
  profil: "decision",
  opdagelser: "homework",
  interview: "task",
};
const pageOf = ({ subject, rule }: MailModel) => {
  const kind = KINDS[subject.replace("item:", "")];
  return messagePage("eksempel", { subject, rule, isDecision: rule.startsWith("decision-"), ...(kind && { kind }) });
};
const NETWORK = `${LINKS.base}/networks/eksempel`;
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

describe.each(["da", "en"] as const)("a letter in %s", (language) => {
  it.each(LETTERS)("of $id leads to the page of what it is about, as HTML and as text", ({ model }) => {
    const { html, text } = render(model, reader(language), LINKS);
    const there = `${LINKS.base}${pageOf(model)}`;
    expect(hrefs(html)).toEqual([there]);
    expect(text).toContain(`:\n${there}\n`);
    expect(there === NETWORK).toBe(model.rule === "network-stopped");
    expect(/^(?:Se netværket|See the network):$/m.test(text)).toBe(there === NETWORK);
  });

  it("without a page, as those that wait from before, leads to the network", () => {
    const { html, text } = render(meeting("meeting-moved"), reader(language), LINKS);
    expect(hrefs(html)).toEqual([`${LINKS.base}/networks/n1`]);
    expect(text).toContain(`:\n${LINKS.base}/networks/n1\n`);
  });

  it("of several matters leads from each to its own", () => {
    const models = LETTERS.map(({ model }) => model);
    const { html, text } = renderDigest(models, reader(language), LINKS);
    const all = models.map((model) => `${LINKS.base}${pageOf(model)}`);
    expect(hrefs(html).toSorted()).toEqual(all.toSorted());
    for (const there of all) expect(text).toContain(`:\n${there}\n`);
  });
});
