#!/usr/bin/env node
// The command line: `npx fremdrift …`. Installs what is missing, then hands over to cli/main.ts.
import { install, readTypeScript } from "./install.mjs";

await install();
await readTypeScript();
const { main } = await import("../cli/main.ts");
process.exitCode = await main(process.argv.slice(2));
