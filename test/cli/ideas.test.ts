// Ideas and ballots at the command line: as tables, as JSON, and beside a preview.
import { expect, test } from "vitest";
import type { BallotJson, DiscoveryJson, IdeaJson, ThemeJson } from "../../api/client.ts";
import { DETAIL, fremdrift, given } from "./given.ts";

const at = "2027-02-01T09:00:00+01:00";
const discoveries: DiscoveryJson[] = [{ id: "d1", perspective: "citizen", source: "Besøg", text: "Ventetid", at }];
const themes: ThemeJson[] = [{ id: "t1", title: "Ventetiden", discoveries: ["d1"], chosen: true, at }];
const idea = { round: 0, authors: [], comments: [], alike: [] };
const ideas: IdeaJson[] = [
  { ...idea, id: "i1", title: "Ring op", state: "merged", into: "i2", theme: { id: "t1", title: "Ventetiden" } },
  {
    ...idea,
    id: "i2",
    title: "Ring først",
    state: "captured",
    sources: ["i1", "i3"],
    comments: [{ text: "Ja", at }],
    alike: [{ id: "i4", title: "Ring", likeness: 0.5, words: ["ring"] }],
  },
];

test("network ideas shows what was seen, the themes of it, and ideas with where they come from and are like", async () => {
  const { env } = await given({
    "GET /api/networks/n1/discoveries": () => ({ body: discoveries }),
    "GET /api/networks/n1/themes": () => ({ body: themes }),
    "GET /api/networks/n1/ideas": () => ({ body: ideas }),
  });
  expect((await fremdrift("network ideas n1", env)).out.trimEnd().split("\n")).toEqual([
    "Opdagelser",
    "  d1  citizen  Besøg  Ventetid",
    "",
    "Temaer",
    "  t1  Ventetiden  d1  valgt",
    "",
    "Idéer",
    "  i1  lagt ind i et koncept  Ring op     tema t1; nu en del af i2",
    "  i2  noteret                Ring først  sat sammen af i1 + i3; 1 kommentar; ligner i4 (ring)",
  ]);
  expect((await fremdrift("network ideas n1 --json", env)).json()).toEqual({ discoveries, themes, ideas });
});

const open: BallotJson = {
  id: "b1",
  state: "open",
  method: "dots",
  ideas: ["i1", "i2"],
  first: 1,
  secret: true,
  openedAt: at,
  closes: at,
  turnout: { cast: 2, missing: 3 },
};
const closed: BallotJson = {
  ...open,
  id: "b2",
  state: "closed",
  secret: false,
  method: "pairs",
  turnout: { cast: 2, missing: 0, abstained: 1 },
  outcome: {
    order: [
      { idea: "i1", rank: 1, score: 1, compared: 1, spread: { from: 1, to: 2, inFirst: 0.7 }, sure: "unsure" },
      { idea: "i2", rank: 2, score: 0.25, compared: 1, sure: "x" },
    ],
    ties: [["i3", "i4"]],
    apart: [["i1", "i2"], ["i3"]],
    explained: "How it is counted.",
  },
  overruled: { order: ["i2", "i1"], reason: "Cheaper", by: "kim@example.org", at },
};

test("network ballots shows who has voted, and the order once it may be seen, with how sure it is and what people chose", async () => {
  const { env } = await given({ "GET /api/networks/n1/ballots": () => ({ body: [open, closed] }) });
  expect((await fremdrift("network ballots n1 --lang en", env)).out.trimEnd().split("\n")).toEqual([
    "b1: dots, open, secret, closes 1 Feb 2027 09:00",
    "  2 voted or abstained, 3 missing",
    "  The order is shown when it is closed.",
    "",
    "b2: pairs, closed",
    "  2 voted or abstained, 0 missing; 1 abstained",
    "                   score  rank in 9 of 10  how sure",
    `  1.  i1  ${DETAIL.state.ideas[0]!.title}  1      1–2              unsure`,
    "  2.  i2           0.25                    x",
    "  Tied: i3, i4",
    "  Not compared with each other: i1, i2 | i3",
    "  How it is counted.",
    "  But chosen by people: i2 – i1: Cheaper (kim@example.org)",
  ]);
  expect((await fremdrift("network ballots n1 --json", env)).json()).toEqual([open, closed]);
  const none = await given({ "GET /api/networks/n1/ballots": () => ({ body: [] }) });
  expect((await fremdrift("network ballots n1", none.env)).out).toBe("Der er ingen.\n");
});

test("a preview of an idea names those that it is like", async () => {
  const preview = { entries: [], told: [], gone: [], coming: [], alike: ideas[1]!.alike };
  const { env } = await given({ "POST /api/networks/n1/previews": () => ({ body: preview }) });
  const line = ["network", "trigger", "n1", "addIdea", "--data", '{"title":"Ring"}', "--preview"];
  expect((await fremdrift(line, env)).out).toContain("\n\nIdéer, den ligner:\n  i4  Ring\n");
});
