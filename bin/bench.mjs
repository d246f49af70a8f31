// `npm run bench [-- name …]`: runs the benchmarks in bench/, all or those named.
import { install, readTypeScript } from "./install.mjs";

await install({ dev: true });
await readTypeScript();
await import("../bench/main.ts");
