// What pages load: the design system's sheet, fonts and icons, our sheet and our script. All of it is ours and is kept for a
// year: its address changes with its content.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Hono } from "hono";
import { STATECHART } from "../statechart/statechart.css.ts";
import { TIMELINE } from "../timeline/timeline.css.ts";
import { PLAN_CSS } from "../pages/plan/plan.css.ts";
import { MEETINGS_CSS } from "../pages/meetings/meetings.css.ts";
import { IDEAS_CSS } from "../pages/ideas/ideas.css.ts";
import { OVERVIEW_CSS } from "../pages/overview/overview.css.ts";
import { INSPECT_CSS } from "../pages/inspect/inspect.css.ts";
import { FRESH_CSS } from "../pages/fresh/fresh.css.ts";
import { SITE } from "./sheet.css.ts";

type Asset = { body: Uint8Array<ArrayBuffer>; gzip?: Uint8Array<ArrayBuffer>; type: string };

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const isServed = (file: string) => TYPES[path.extname(file)] !== undefined && !/\/split\/|\/scss\/|\/js\//.test(file);

/** Adds the assets to an app. */
export function addAssets(app: Hono): void {
  app.get(`${PLACE}/*`, (c) => {
    const asset = ASSETS.get(c.req.path.slice(PLACE.length + 1));
    if (!asset) return c.notFound();
    const zipped = asset.gzip && /\bgzip\b/.test(c.req.header("accept-encoding") ?? "");
    return c.body(zipped ? asset.gzip! : asset.body, 200, {
      "content-type": asset.type,
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      vary: "accept-encoding",
      ...(zipped && { "content-encoding": "gzip" }),
    });
  });
}

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b5d57"/><path d="M7 22h6l3-6h9M20 10l6 6-6 6" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** Of each font the one format that every browser knows; others would be asked for first, and are not served. */
const lean = (sheet: string) =>
  sheet
    .replaceAll(/src:[^;}]*?(url\([^)]*\.woff2\))[^;}]*/g, 'src:$1 format("woff2")')
    .replaceAll(/\n?\/\*# sourceMappingURL[^]*$/g, "");

const ASSETS = new Map<string, Asset>();
const HERE = import.meta.dirname;

const assetOf = (name: string, content: Buffer | string): void => {
  const body = new Uint8Array(Buffer.from(content));
  const type = TYPES[path.extname(name)]!;
  ASSETS.set(name, {
    body,
    type,
    ...(!name.endsWith(".woff2") && { gzip: new Uint8Array(gzipSync(body, { level: 9 })) }),
  });
};

const design = path.join(path.dirname(createRequire(import.meta.url).resolve("dkfds")), "..");
for (const file of readdirSync(design, { recursive: true, encoding: "utf8" }))
  if (isServed(`/${file}`) && (!file.endsWith(".css") || file.endsWith("css/dkfds.min.css")))
    assetOf(
      `dkfds/${file}`,
      file.endsWith(".css")
        ? lean(readFileSync(path.join(design, file), "utf8"))
        : readFileSync(path.join(design, file)),
    );
assetOf(
  "fremdrift.css",
  [SITE, TIMELINE, STATECHART, PLAN_CSS, MEETINGS_CSS, IDEAS_CSS, FRESH_CSS, OVERVIEW_CSS, INSPECT_CSS].join("\n"),
);
assetOf("icon.svg", ICON);
assetOf("fremdrift.js", readFileSync(path.join(HERE, "fremdrift.js")));

const version = createHash("sha256");
for (const [name, { body }] of ASSETS) version.update(name).update(body);
const PLACE = `/assets/${version.digest("hex").slice(0, 12)}`;

/** The address of an asset. */
export const assetUrl = (name: string): string => `${PLACE}/${name}`;
