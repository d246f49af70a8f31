// Theme proposals with their steps, who has a role in the whole organisation, and when the forum meets.
import { expect, test } from "vitest";
import type { Theme, ThemeStep } from "../../machines/themes/types.ts";
import { forumDates, listOffices, officesOf, setForumDates, setOffices } from "../../store/offices.ts";
import type { Store } from "../../store/open.ts";
import { enrol, erase } from "../../store/people.ts";
import { addStep, createTheme, listThemes, readTheme } from "../../store/theme-proposals.ts";
import { aPerson, fresh, givenNetwork, T0 } from "./given.ts";

export function themeCases(store: () => Store): void {
  const somebody = async () => {
    const person = aPerson();
    await enrol(store(), [person]);
    return person;
  };
  const given = async (more: Partial<Theme> = {}) => {
    const proposer = await somebody();
    const theme: Theme = {
      id: fresh("t"),
      title: "Kortere ventetid",
      challenge: "Borgerne venter",
      type: "innovation",
      characteristics: {},
      proposer: proposer.id,
      proposedAt: T0,
      ...more,
    };
    return { proposer, theme, stored: await createTheme(store(), theme, "k") };
  };
  const said = (by: string, more: Partial<ThemeStep> = {}) =>
    ({ at: T0 + 1, by, kind: "decided", data: { outcome: "yes" }, ...more }) as ThemeStep;

  test("a proposal is kept as it was made, with what was left out still absent", async () => {
    const [reference, line] = [await somebody(), await somebody()];
    const whole = await given({
      programme: "innovationsnetvaerk",
      characteristics: { complex: "Ingen kender svaret", welfare: "Mere tid" },
      referenceManager: reference.id,
      lineManager: line.id,
      start: "2027-05-03",
    });
    expect(whole.stored).toEqual({ theme: whole.theme, steps: [] });
    const bare = await given({ proposedAt: T0 + 5 });
    expect(await readTheme(store(), bare.theme.id)).toEqual({ theme: bare.theme, steps: [] });
    expect(await readTheme(store(), "nix")).toBeUndefined();
    const ids = (await listThemes(store())).map(({ theme }) => theme.id);
    expect(ids.filter((id) => [whole.theme.id, bare.theme.id].includes(id))).toEqual([whole.theme.id, bare.theme.id]);
  });

  test("asked for again by the same person with the same key it is the same proposal", async () => {
    const { theme, stored } = await given();
    expect(await createTheme(store(), { ...theme, id: fresh("t") }, "k")).toEqual(stored);
    const other = await createTheme(store(), { ...theme, id: fresh("t") }, "other");
    expect(other.theme.id).not.toBe(theme.id);
  });

  test("steps are added in order, each once for its key, and read with the proposal", async () => {
    const { theme } = await given();
    const [wait, yes] = [said("f", { data: { outcome: "wait" }, reason: "Penge" }), said("f")];
    await addStep(store(), theme.id, "a", () => wait);
    const after = await addStep(store(), theme.id, "b", ({ steps }) => {
      expect(steps).toEqual([wait]);
      return yes;
    });
    expect(after).toEqual({ theme, steps: [wait, yes] });
    const again = await addStep(store(), theme.id, "a", () => {
      throw new Error("not asked");
    });
    expect(again).toEqual(after);
    expect(await readTheme(store(), theme.id)).toEqual(after);
    expect((await listThemes(store())).find((one) => one.theme.id === theme.id)).toEqual(after);
    expect(await addStep(store(), "nix", "a", () => yes)).toBeUndefined();
  });

  test("of two that decide at once, the second sees what the first said", async () => {
    const { theme } = await given();
    const once = (key: string) =>
      addStep(store(), theme.id, key, ({ steps }) => {
        if (steps.length > 0) throw new Error("decided");
        return said(key);
      });
    const both = await Promise.allSettled([once("a"), once("b")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await readTheme(store(), theme.id))!.steps).toHaveLength(1);
  });

  test("offices are those that were set last; a role in any network counts as one; an erased person has none", async () => {
    const [sif, frida] = [await somebody(), await somebody()];
    const roles = [
      { person: sif.id, role: "secretariat" as const },
      { person: frida.id, role: "managementForum" as const },
    ];
    await setOffices(store(), [...roles, roles[0]!]);
    const holders = await listOffices(store());
    expect(holders.map(({ person, role }) => ({ person, role }))).toEqual(
      roles.toSorted((a, b) => (a.person < b.person ? -1 : 1)),
    );
    expect(holders).toContainEqual({ person: sif.id, name: sif.name, email: sif.email, role: "secretariat" });
    const member = aPerson({ roles: ["managementForum", "participant"] });
    await givenNetwork(store(), { people: [member, { ...sif, roles: ["managementForum"] }] });
    expect(await officesOf(store(), member.id)).toEqual(["managementForum"]);
    expect(await officesOf(store(), sif.id)).toEqual(["managementForum", "secretariat"]);
    await erase(store(), frida.id, T0);
    expect(await officesOf(store(), frida.id)).toEqual([]);
    await setOffices(store(), []);
    expect(await listOffices(store())).toEqual([]);
  });

  test("the forum's days are those that were set last, each once, in order", async () => {
    await setForumDates(store(), ["2027-10-05", "2027-04-06", "2027-04-06"]);
    expect(await forumDates(store())).toEqual(["2027-04-06", "2027-10-05"]);
    await setForumDates(store(), ["2028-01-04"]);
    expect(await forumDates(store())).toEqual(["2028-01-04"]);
  });
}
