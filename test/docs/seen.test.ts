// The dashboard, the alerts and docs/operations.md ask for metrics that there are, and lead to what is written.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { openMeters } from "../../worker/seen/meters.ts";
import { ROOT } from "../guards/files.ts";
import { namesOn, OURS } from "../worker/seen/metrics.ts";
import { rowsOf } from "./markdown.ts";

type Rule = { alert: string; expr: string; annotations: { summary: string; runbook: string } };
type Dashboard = { panels: { title: string; targets: { expr: string }[] }[] };

const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const operations = read("docs/operations.md");
const { groups } = parse(read("docs/alerts.yml")) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const { panels } = JSON.parse(read("docs/dashboards/fremdrift.json")) as Dashboard;

/** Words of an expression that are neither functions, labels, values nor Grafana's own. */
const asked = (expr: string): string[] => [
  ...new Set(
    [...expr.replaceAll(/\{[^}]*\}|\b(?:by|on|without) ?\([^)]*\)|\[[^\]]*\]/g, " ").matchAll(/\b[a-z]\w*\b(?!\s*\()/g)]
      .map(([word]) => word)
      .filter((word) => !["or", "and", "by", "bool"].includes(word)),
  ),
];
/** Of the SDK's the house test has the whole page: here stand those that are asked for. */
const OF_SDK = /^temporal_(?:request_failure|workflow_task_(?:execution|schedule_to_start)_latency_seconds_bucket)$/;

const unknown = async (exprs: string[]) => {
  const names = namesOn(await (await openMeters()).text());
  return exprs.flatMap(asked).filter((name) => !names.has(name) && !OF_SDK.test(name));
};

test("words of an expression that name metrics are found", () => {
  const expr = `histogram_quantile(0.95, sum by (le) (rate(a_bucket{b="c"}[5m]))) > 2 or absent(d) == 0`;
  expect(asked(expr)).toEqual(["a_bucket", "d"]);
});

test("the dashboard asks for metrics that there are", async () => {
  expect(panels.length).toBeGreaterThan(10);
  const exprs = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
  expect(exprs.flatMap(asked).length).toBeGreaterThan(15);
  expect(await unknown(exprs)).toEqual([]);
  expect(await unknown(["rate(fremdrift_triggers[5m])"])).toEqual(["fremdrift_triggers"]);
});

test("labels that expressions choose by are those there are, with values they may have", () => {
  const exprs = [...rules.map(({ expr }) => expr), ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))];
  const chosen = exprs.flatMap((expr) =>
    [...expr.matchAll(/(fremdrift_\w+)\{(\w+)=(~?)"([^"]*)"/g)].map(([, name, label, like, value]) => ({
      may: OURS[name!.replace(/_(?:bucket|sum|count)$/, "")]?.[label!],
      label: label!,
      values: like ? value!.split("|").map((one) => one.replaceAll(".", "0")) : [value!],
    })),
  );
  expect(chosen.length).toBeGreaterThan(5);
  const wrong = chosen
    .filter(({ label }) => label !== "le")
    .flatMap(({ label, may, values }) =>
      values.filter((value) => !may?.test(value)).map((value) => `${label}=${value}`),
    );
  expect(wrong).toEqual([]);
});

test("there are five alerts, each asks for metrics that there are and leads to what to do", async () => {
  expect(rules).toHaveLength(5);
  expect(await unknown(rules.map(({ expr }) => expr))).toEqual([]);
  const anchors = [...operations.matchAll(/^#{2,4} (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replaceAll(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );
  for (const { annotations } of rules) {
    const [file, anchor] = annotations.runbook.split("#");
    expect(file).toBe("docs/operations.md");
    expect(anchors).toContain(anchor);
  }
});

test("docs/operations.md has every metric of our own, and none that there is not", () => {
  const rows = rowsOf(operations.split("## Seen from outside")[1]!.split("\n## ")[0]!);
  const named = rows.flatMap(([names]) => [...names!.matchAll(/`(fremdrift_\w+)`/g)].map(([, name]) => name));
  expect(named.toSorted()).toEqual(Object.keys(OURS).toSorted());
});
