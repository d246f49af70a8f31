// A hand on a page: by mouse and finger, or by keyboard alone. What it does is what a person does; nothing is done for it.
import type { Locator, Page } from "playwright-core";

/** How a page is used. */
export type Way = "scripts, wide" | "no scripts, phone" | "keyboard alone";
export const WAYS: Way[] = ["scripts, wide", "no scripts, phone", "keyboard alone"];

/** Of a browser's context. */
export const optionsOf = (way: Way) => ({
  viewport: way === "no scripts, phone" ? { width: 375, height: 800 } : { width: 1280, height: 900 },
  javaScriptEnabled: way !== "no scripts, phone",
  locale: "da-DK",
});

export type Hand = {
  page: Page;
  /** Presses a button or follows a link, and waits for where it leads. */
  press(name: string | RegExp, within?: Locator): Promise<void>;
  /** Opens what is folded. */
  unfold(name: string | RegExp): Promise<void>;
  fill(label: string | RegExp, text: string): Promise<void>;
  /** Chooses one of several, or marks a box. */
  pick(name: string | RegExp): Promise<void>;
  choose(label: string | RegExp, option: string): Promise<void>;
};

/** Steps of the tabulator until something is given up. */
const STEPS = 400;

/** A hand that uses a page in a way. */
export function handOn(page: Page, way: Way): Hand {
  const byKeys = way === "keyboard alone";
  const isFocused = (one: Locator) => one.evaluate((element) => element === element.ownerDocument.activeElement);
  const reach = async (one: Locator): Promise<void> => {
    await one.waitFor();
    if (!byKeys) return;
    for (let i = 0; i < STEPS && !(await isFocused(one)); i += 1) await page.keyboard.press("Tab");
    if (!(await isFocused(one))) throw new Error(`the keyboard does not reach ${String(one)}`);
    // Whoever goes by keyboard has to see where they are.
    const outline = await one.evaluate(
      (element) => element.ownerDocument.defaultView!.getComputedStyle(element).outlineStyle,
    );
    if (outline === "none") throw new Error(`the focus is not seen on ${String(one)}`);
  };
  const named = (name: string | RegExp, within: Locator | Page = page) =>
    within.getByRole("button", { name }).or(within.getByRole("link", { name })).first();

  return {
    page,
    press: async (name, within) => {
      const one = named(name, within);
      await reach(one);
      const gone = page.waitForEvent("framenavigated");
      await (byKeys ? page.keyboard.press("Enter") : one.click());
      await gone;
      await page.waitForLoadState("load");
    },
    unfold: async (name) => {
      const one = page.locator("summary", { hasText: name }).first();
      await reach(one);
      if (await one.evaluate((element) => (element.parentElement as unknown as { open: boolean }).open)) return;
      await (byKeys ? page.keyboard.press("Enter") : one.click());
    },
    fill: async (label, text) => {
      const typed = page.locator("textarea, input:not([type=radio]):not([type=checkbox])");
      const one = typed.and(page.getByLabel(label)).first();
      await reach(one);
      const isPlain = await one.evaluate((element) => (element as unknown as { type: string }).type !== "date");
      if (!byKeys || !isPlain) return await one.fill(text);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText(text);
    },
    pick: async (name) => {
      const one = page.getByRole("radio", { name }).or(page.getByRole("checkbox", { name })).first();
      await one.waitFor();
      if (!byKeys) return await one.check();
      const group = page.locator(`input[name="${await one.getAttribute("name")}"]`);
      const inGroup = async () => {
        for (const each of await group.all()) if (await isFocused(each)) return true;
        return false;
      };
      for (let i = 0; i < STEPS && !(await inGroup()); i += 1) await page.keyboard.press("Tab");
      if ((await one.getAttribute("type")) === "checkbox") {
        await reach(one);
        return await page.keyboard.press("Space");
      }
      // The arrows go through a group of choices; the first may be the one.
      await page.keyboard.press("Space");
      for (let i = 0; i < (await group.count()) && !(await one.isChecked()); i += 1)
        await page.keyboard.press("ArrowDown");
      return undefined;
    },
    choose: async (label, option) => {
      const one = page.getByLabel(label).first();
      await reach(one);
      await one.selectOption({ label: option });
    },
  };
}
