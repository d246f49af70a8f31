// Given for the pictures: a strict reader of XML, and a programme that has what the shipped ones have seldom.
import type { DecisionRules, Phase, Programme, Text } from "../../programmes/types.ts";
import { p1, parsed } from "./texts.ts";

export type Element = { name: string; attributes: Record<string, string>; inner: (Element | string)[] };

const TOKEN =
  /<(\/?)([a-zA-Z]+)((?: [a-zA-Z:-]+="(?:[^"<&]|&(?:amp|lt|gt|quot);)*")*)(\/?)>|((?:[^<&]|&(?:amp|lt|gt|quot);)+)/y;

/** The root of a well-formed document of elements, attributes and text. Throws where it is not, and says where. */
export function xml(text: string): Element {
  const root: Element = { name: "", attributes: {}, inner: [] };
  const open = [root];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    const [found, end, name = "", given = "", empty, words] = TOKEN.exec(text) ?? [];
    if (found === undefined) throw new Error(`not XML from ${at}: ${text.slice(at, at + 60)}`);
    if (words !== undefined) open.at(-1)!.inner.push(plain(words));
    else if (end) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes something else at ${at}`);
    } else {
      const element = { name, attributes: attributesOf(given), inner: [] };
      open.at(-1)!.inner.push(element);
      if (!empty) open.push(element);
    }
  }
  const [only] = root.inner;
  if (open.length !== 1 || root.inner.length !== 1 || typeof only !== "object")
    throw new Error("not one whole element");
  return only;
}

/** Every element below, and the element itself. */
export function all(element: Element): Element[] {
  return [element, ...element.inner.flatMap((part) => (typeof part === "string" ? [] : all(part)))];
}

/** The text of an element and all below it. */
export function textIn({ inner }: Element): string {
  return inner.map((part) => (typeof part === "string" ? part : textIn(part))).join("");
}

/** The titles of all groups. */
export function titlesIn(svg: string): string[] {
  return all(xml(svg))
    .filter(({ name }) => name === "title")
    .map(textIn);
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/ ([a-zA-Z:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, plain(value!)]),
  );
}

const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name]!);

const both = (text: string): Text => ({ da: text, en: text });

export const EVIL = `Åben <script>alert("1")</script> & 'så' ]]> æøå`;

const phase = (id: string, more: Partial<Phase>): Phase => ({
  id,
  title: both(`Fase ${id}`),
  mode: "neither",
  opens: [],
  closes: [],
  when: { months: ["2027-01", "2027-03"] },
  ...more,
});

/** Parallel phases, loops, decisions that are taken again, a track, sessions, every kind of item, and titles that try to break out. */
export function handMade(): Programme {
  const base = parsed(p1);
  const audience = ["networkLead"];
  const decision: Pick<DecisionRules, "proposedBy" | "carriedBy" | "needs" | "rounds"> = {
    proposedBy: ["coDriver"],
    carriedBy: "majority",
    needs: [],
    rounds: 3,
  };
  const { weeks: _, decideIn: __, ...same } = base;
  return {
    ...same,
    id: "hand-made",
    title: both(EVIL),
    gates: "advisory",
    phases: [
      phase("a", {
        mode: "opening",
        closes: [{ id: "c1", title: both("Nok <svar>"), fact: "answers", atLeast: "ideas" }],
      }),
      phase("b", { opens: [{ id: "o1", title: both("A er lukket"), fact: "closed:a", atLeast: 1 }] }),
      phase("c", {
        mode: "closing",
        opens: [{ id: "o2", title: both("D1 er vedtaget"), fact: "decided:d1", atLeast: 1 }],
        mayBeSkipped: true,
        when: { season: "winter 2027/2028", condition: "ready", quote: "vinter 2027/28" },
      }),
      phase("d", {
        opens: [
          { id: "o3", title: both("B er lukket"), fact: "closed:b", atLeast: 1 },
          { id: "o4", title: both("C er åbnet"), fact: "opened:c", atLeast: 1 },
        ],
        when: { unknown: true },
        reopens: { while: "b", most: 2 },
      }),
    ],
    items: [
      {
        id: "m",
        kind: "meeting",
        title: both("Møde i øst og vest"),
        phases: ["a"],
        audience,
        when: { unknown: true },
        sessions: [
          {
            id: "east",
            title: both("øst"),
            when: { date: "2027-02-10", time: "09:00", until: "15:00" },
            place: "Vanløse",
          },
          { id: "west", title: both("vest"), when: { date: "2027-02-11" } },
        ],
      },
      {
        id: "h",
        kind: "homework",
        title: both("Hjemmearbejde"),
        phases: [],
        audience,
        when: { after: "m", within: 10 },
      },
      {
        id: "k",
        kind: "meeting",
        title: both("Kursus"),
        phases: [],
        audience,
        tentative: true,
        when: { days: ["2027-04-09", "2027-04-10"] },
      },
      {
        id: "d0",
        kind: "decision",
        title: both("D0"),
        phases: ["a"],
        audience,
        when: { month: "2027-02", part: "late" },
        decision: { ...decision, kind: "consensus", again: [] },
      },
      {
        id: "d1",
        kind: "decision",
        title: both("D1"),
        phases: ["a"],
        audience: [],
        when: { month: "2027-03" },
        decision: { ...decision, kind: "approve", again: ["d0"] },
      },
      {
        id: "d2",
        kind: "decision",
        title: both("D2"),
        phases: ["c"],
        audience,
        when: { unknown: true },
        decision: { ...decision, kind: "select", choose: 4, again: ["d1"] },
      },
      {
        id: "p",
        kind: "break",
        title: both("Sommerferie"),
        phases: [],
        audience: [],
        extent: "work",
        when: { isoWeek: "2027-W29" },
      },
      { id: "n", kind: "note", title: both("En andens møde"), phases: [], audience: [], when: { date: "2027-05-04" } },
      { id: "g", kind: "monitoring", title: both("Måling"), phases: ["b"], audience, when: { date: "2027-03-01" } },
      { id: "l", kind: "deliverable", title: both("Rapport"), phases: ["d"], audience, when: { before: "g" } },
      {
        id: "t",
        kind: "task",
        title: both(`${"Langtord".repeat(12)} uden mellemrum`),
        phases: ["b"],
        audience,
        when: { between: ["m", "n"] },
      },
    ],
    tracks: [
      {
        id: "local",
        title: both("Lokalt spor"),
        lead: "networkLead",
        phases: ["b", "c"],
        most: 4,
        when: { months: ["2027-01", "2027-12"] },
        steps: [
          { id: "s1", title: both("Begynd") },
          { id: "s2", title: both("Slut") },
        ],
      },
    ],
    conditions: [{ id: "ready", title: both("Institutionen er klar") }],
  };
}

/** The hand-made items without phases: a path of stations. */
export function handMadePath(): Programme {
  const programme = handMade();
  return { ...programme, id: "hand-made-path", phases: [], tracks: [] };
}
