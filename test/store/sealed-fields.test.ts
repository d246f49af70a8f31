// Every text that any trigger takes: it stays in the store, is sealed, or is one of the few that must pass as they are.
import { expect, test } from "vitest";
import { keepTexts } from "../../machines/keep.ts";
import { TRIGGERS, type TriggerName } from "../../machines/trigger-types.ts";
import { openStore } from "../../store/open.ts";
import { sealTexts } from "../../store/sealed.ts";
import { textFields, type Path } from "../support/texts.ts";
import { aFolder } from "./both.ts";

/** Candidates of a decision are compared by the machine, across people. */
const AS_THEY_ARE = ["decide choices.*", "propose options.*"];

/** Data with only this text in it. */
const dataOf = ([name, ...rest]: Path, text: string): unknown =>
  name === undefined ? text : name === "*" ? [dataOf(rest, text)] : { [name]: dataOf(rest, text) };

test("no text passes through Temporal as it is but a decision's candidates", async () => {
  const { where, remove } = await aFolder();
  const store = await openStore(where);
  try {
    const machine = (Object.keys(TRIGGERS) as TriggerName[]).filter((type) => TRIGGERS[type].by === "machine");
    const fields = machine.flatMap((type) => textFields(type).map((path) => ({ type, path })));
    expect(fields.length).toBeGreaterThan(50);
    const passing: string[] = [];
    for (const { type, path } of fields) {
      const whole = {
        key: "k",
        at: 0,
        by: "p1",
        role: "",
        type,
        data: dataOf(path, "Kim Holm") as Record<string, never>,
      };
      const [sealed] = await sealTexts(store, "n1", [keepTexts(whole).trigger]);
      if (JSON.stringify(sealed).includes("Kim Holm")) passing.push(`${type} ${path.join(".")}`);
    }
    expect(passing.toSorted()).toEqual(AS_THEY_ARE);
  } finally {
    await store.close();
    await remove();
  }
});
