import { chromium as driver, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listProgrammes } from "../../library/programmes.ts";
import { statechartOf } from "../../programmes/picture/statechart.ts";
import { timelineOf } from "../../programmes/picture/timeline.ts";
import { chromium } from "../support/chromium.ts";
import { handMade, handMadePath } from "./picture-given.ts";

const executablePath = chromium();
if (executablePath === undefined)
  console.warn("SKIPPED: the pictures in a browser. There is no Chromium on the PATH: apt-get install chromium");

const programmes = [...(await listProgrammes()), handMade(), handMadePath()];
const pictures = programmes.flatMap((programme) =>
  (["da", "en"] as const).map((language) => ({ id: programme.id, programme, language })),
);

describe.skipIf(executablePath === undefined)("in a browser", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    browser = await driver.launch({ executablePath: executablePath!, args });
    page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  });
  afterAll(() => browser?.close());

  test.each(pictures)("every text of $id in $language has room of its own", async ({ programme, language }) => {
    const start = { start: "2027-02-03" };
    for (const svg of [
      await statechartOf(programme, { language }),
      await statechartOf(programme, { language, ...start }),
      timelineOf(programme, { language }),
      timelineOf(programme, { language, ...start }),
    ])
      expect(await faultsOf(page, svg)).toEqual([]);
  });

  test("texts that lie over each other or under a way, stick out of their card or leave the picture are found", async () => {
    const text = (x: number, y: number, words: string) => `<text x="${x}" y="${y}" font-size="12">${words}</text>`;
    const frame = (inner: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100" width="300" height="100">${inner}</svg>`;
    expect(await faultsOf(page, frame(text(10, 20, "Den ene") + text(20, 24, "Den anden")))).toHaveLength(1);
    expect(await faultsOf(page, frame(text(280, 20, "Ud af billedet")))).toHaveLength(1);
    const card = `<g><rect class="card" x="10" y="10" width="40" height="30"/>${text(14, 25, "Bredere end kortet")}</g>`;
    expect(await faultsOf(page, frame(card))).toHaveLength(1);
    const way = `<path class="loop" d="M0 18L100 18"/>`;
    expect(await faultsOf(page, frame(way + text(10, 20, "Under en vej")))).toHaveLength(1);
    const crossed = `<rect class="card" x="10" y="10" width="40" height="30"/><path class="arrow" d="M0 20L60 20"/>`;
    expect(await faultsOf(page, frame(crossed))).toHaveLength(1);
    expect(await faultsOf(page, frame(text(10, 20, "Et") + text(10, 60, "To")))).toEqual([]);
    await expect(faultsOf(page, frame("<g>"))).rejects.toThrow("not well-formed");
  });
});

type Box = { left: number; top: number; right: number; bottom: number };
type Measured = {
  width: number;
  height: number;
  texts: { words: string; box: Box; cards: Box[] }[];
  /** Every card, and points along every way and loop. */
  cards: Box[];
  lines: { x: number; y: number }[][];
};

/** What is wrong with where the texts of a picture stand, in the browser's own measure. Throws where it is not well-formed. */
async function faultsOf(page: Page, svg: string): Promise<string[]> {
  const { width, height, texts, cards, lines } = (await page.evaluate(
    `(${MEASURE})(${JSON.stringify(svg)})`,
  )) as Measured;
  const leaving = texts.filter(
    ({ box }) => box.left < 0 || box.top < 0 || box.right > width + 0.5 || box.bottom > height + 0.5,
  );
  const sticking = texts.filter(({ box, cards }) => {
    const isApart = cards.every((card) => box.left > card.right || box.right < card.left);
    return cards.length > 0 && !isApart && !cards.some((card) => isWithin(box, card));
  });
  const pairs = texts.flatMap((a, index) =>
    texts.slice(index + 1).flatMap((b) => (overlaps(a.box, b.box) ? [`«${a.words}» lies over «${b.words}»`] : [])),
  );
  const crossed = texts.filter(({ box }) => lines.flat().some((point) => isIn(point, box)));
  const through = lines.filter((line) => line.some((point) => cards.some((card) => isDeepIn(point, card))));
  return [
    ...through.map(([first]) => `a way from ${JSON.stringify(first)} runs through a card`),
    ...crossed.map(({ words }) => `a way runs through «${words}»`),
    ...leaving.map(({ words }) => `«${words}» leaves the picture`),
    ...sticking.map(({ words }) => `«${words}» sticks out of its card`),
    ...pairs,
  ];
}

const isIn = ({ x, y }: { x: number; y: number }, box: Box): boolean =>
  box.left < x && x < box.right && box.top + 2 < y && y < box.bottom - 2;

const isDeepIn = ({ x, y }: { x: number; y: number }, { left, top, right, bottom }: Box): boolean =>
  left + 3 < x && x < right - 3 && top + 3 < y && y < bottom - 3;

const isWithin = (box: Box, card: Box): boolean =>
  box.left >= card.left && box.right <= card.right + 0.5 && box.top >= card.top && box.bottom <= card.bottom;

/** Lines of one text touch those of the next by a pixel of their ascenders: that is no overlap. */
function overlaps(a: Box, b: Box): boolean {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const tall = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 1 && tall > 2;
}

/** Runs in the page: the places of all texts and of the cards beside them, whatever the groups around them move. */
const MEASURE = `(markup) => {
  const read = new DOMParser().parseFromString(markup, "image/svg+xml");
  if (read.querySelector("parsererror")) throw new Error("not well-formed");
  document.body.replaceChildren(document.importNode(read.documentElement, true));
  const root = document.querySelector("svg");
  const boxOf = (element) => {
    const { x, y, width, height } = element.getBBox();
    const { e, f } = root.getScreenCTM().inverse().multiply(element.getScreenCTM());
    return { left: x + e, top: y + f, right: x + e + width, bottom: y + f + height };
  };
  const cards = "rect:is(.card, .opening, .closing, .neither, .decision, .homework-card)";
  const texts = [...root.querySelectorAll("text")].map((element) => ({
    words: element.textContent,
    box: boxOf(element),
    cards: [...element.parentElement.children].filter((one) => one.matches(cards)).map(boxOf),
  }));
  const { width, height } = root.viewBox.baseVal;
  const lines = [...root.querySelectorAll("path:is(.arrow, .loop)")].map((path) => {
    const { e, f } = root.getScreenCTM().inverse().multiply(path.getScreenCTM());
    const places = Array.from({ length: Math.ceil(path.getTotalLength() / 2) }, (_, step) => path.getPointAtLength(2 * step));
    return places.map(({ x, y }) => ({ x: x + e, y: y + f }));
  });
  return { width, height, texts, lines, cards: [...root.querySelectorAll(cards)].map(boxOf) };
}`;
