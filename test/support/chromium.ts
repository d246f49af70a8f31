import { findChromium } from "../../library/chromium.ts";

/** Path of the browser that the product would print with, or undefined where there is none: tests of pages are then skipped. */
export const chromium = (): string | undefined => findChromium(process.env);
