// Who took part: by role and organisation, as numbers; with names only where they are asked for.
import type { Participants } from "../../programmes/export/report/types.ts";
import { capital, type Setting } from "./given.ts";

/** Somebody with several roles counts once in each of them, and once in all. */
export function participantsOf(setting: Setting): Participants {
  const { people, programme, words, role, names = false, rowsOf, day } = setting;
  const codes = [...new Set([...programme.roles.map(({ code }) => code), ...people.flatMap(({ roles }) => roles)])];
  const roles = codes.flatMap((code) => {
    const own = people.filter((person) => person.roles.includes(code));
    if (own.length === 0) return [];
    const listed = own.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, "da"));
    return [{ title: capital(role(code)), count: own.length, ...(names && { names: listed.join(", ") }) }];
  });
  const joined = rowsOf("person.joined").length;
  const left = rowsOf("person.left").length;
  return {
    total: words.people(people.length),
    roles,
    organisations: organisationsIn(setting),
    changes: [
      ...(joined > 0 ? [words.joined(joined)] : []),
      ...(left > 0 ? [words.left(left)] : []),
      ...rowsOf("role.handedOver").map(({ data, at }) => words.handed(role(String(data?.["role"])), day(at))),
    ],
  };
}

function organisationsIn({ people }: Setting): Participants["organisations"] {
  const counts = new Map<string, number>();
  for (const { organisation } of people)
    if (organisation !== undefined) counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
  return [...counts]
    .map(([title, count]) => ({ title, count }))
    .toSorted((a, b) => b.count - a.count || a.title.localeCompare(b.title, "da"));
}
