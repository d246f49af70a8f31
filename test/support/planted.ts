// The workflows of a test with faults planted in the sources, each of which shows only where a workflow's id begins with
// its name: one bundle carries them all.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bundleWorkflowCode, type BundleOptions, type WorkflowBundleWithSourceMap } from "@temporalio/worker";

/** `text` stands once in `file` (from the project's folder). In its place `instead`, in which `PLANTED` is whether it shows. */
export type Plant = { bug: string; file: string; text: string; instead: string };

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Throws where a source does not have the text: then the fault is to be planted anew. */
export async function plantedBundle(workflowsPath: string, plants: Plant[]): Promise<WorkflowBundleWithSourceMap> {
  const sources = new Map<string, string>();
  for (const { bug, file, text, instead } of plants) {
    const path = `${ROOT}${file}`;
    const source = sources.get(path) ?? (await readFile(path, "utf8"));
    if (source.split(text).length !== 2) throw new Error(`${file} must have «${text}» once: plant «${bug}» anew`);
    const isShown = `workflowInfo().workflowId.startsWith("${bug}-")`;
    sources.set(
      path,
      source.replace(text, () => instead.replace("PLANTED", isShown)),
    );
  }
  const logger = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, log() {} };
  return await bundleWorkflowCode({ workflowsPath, logger, webpackConfigHook: reading(sources) });
}

type ConfigHook = NonNullable<BundleOptions["webpackConfigHook"]>;

/** Lets webpack read these texts in place of the files. */
const reading =
  (sources: Map<string, string>): ConfigHook =>
  (config) => ({
    ...config,
    plugins: [
      ...(config.plugins ?? []),
      // oxlint-disable-next-line typescript/no-explicit-any -- webpack's own types are not installed for us to name
      (compiler: any) =>
        compiler.hooks.compilation.tap("planted", (compilation: unknown) =>
          compiler.webpack.NormalModule.getCompilationHooks(compilation)
            .readResource.for(undefined)
            .tapPromise({ name: "planted", stage: -1 }, async ({ resourcePath }: { resourcePath: string }) =>
              sources.get(resourcePath),
            ),
        ),
    ],
  });
