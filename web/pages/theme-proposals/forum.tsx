// When the management forum meets, and who is of the secretariat and the forum.
import type { ForumMeetingsJson, OfficesJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { Form, Input, Select, Submit } from "../../site/forms.tsx";
import type { Fields } from "../../site/site.tsx";
import { FORUM } from "./words-forum.ts";

/** Empty rows for those who come. */
const MORE = 3;

/** The body of the page. */
export function Forum({ at, forum, offices }: { at: At; forum: ForumMeetingsJson; offices: OfficesJson }) {
  const words = FORUM[at.language];
  const entered = forum.filter(({ proposed }) => !proposed).map(({ date }) => date);
  const rows = [...entered, ...Array.from({ length: MORE }, () => "")];
  return (
    <>
      <h1>{words.title}</h1>
      <h2>{words.dates}</h2>
      {entered.length === 0 && <p class="soft">{words.usual}</p>}
      <Form at={at} id="dates" action="/themes/forum/dates">
        <div class="grid2">
          {rows.map((date, index) => (
            <Input at={at} id="dates" name={`dates.${index}`} type="date" label={words.date(index + 1)} value={date} />
          ))}
        </div>
        <Submit label={words.saveDates} />
      </Form>
      <h2>{words.offices}</h2>
      <p>{words.officesLead}</p>
      {at.me.admin ? <Roles at={at} offices={offices} /> : <Held at={at} offices={offices} />}
    </>
  );
}

function Held({ at, offices }: { at: At; offices: OfficesJson }) {
  const words = FORUM[at.language];
  return (
    <>
      <ul class="rows">
        {offices.map(({ name, person, role }) => (
          <li>
            <div class="what">
              <p>{name}</p>
              <p class="soft">{`${words.roles[role]} · ${person}`}</p>
            </div>
          </li>
        ))}
      </ul>
      <p class="soft">{offices.length === 0 ? `${words.noOffices} ${words.onlyAdmins}` : words.onlyAdmins}</p>
    </>
  );
}

function Roles({ at, offices }: { at: At; offices: OfficesJson }) {
  const words = FORUM[at.language];
  const none = { person: "", name: "", role: "secretariat" };
  const rows = [...offices, ...Array.from({ length: MORE }, () => none)];
  const field = { at, id: "offices" };
  return (
    <Form {...field} action="/themes/forum/offices">
      {rows.map(({ person, name, role }, index) => (
        <div class="grid2">
          <Input
            {...field}
            name={`offices.${index}.person`}
            type="email"
            label={words.person(index + 1)}
            value={person}
            {...(person !== "" && { hint: words.removeHint })}
          />
          <Input {...field} name={`offices.${index}.name`} label={words.name(index + 1)} value={name} />
          <Select
            {...field}
            name={`offices.${index}.role`}
            label={words.role(index + 1)}
            value={role}
            choices={(["secretariat", "managementForum"] as const).map((value) => ({
              value,
              label: words.roles[value],
            }))}
          />
        </div>
      ))}
      <Submit label={words.saveOffices} />
    </Form>
  );
}

/** Days that the form says. */
export const datesIn = (sent: Fields): string[] =>
  sent.sent.flatMap(([name, value]) => (name.startsWith("dates.") && value.trim() !== "" ? [value.trim()] : []));

/** Roles that the form says; a row without an e-mail is nobody's. */
export function officesIn(sent: Fields): { person: string; name?: string; role: "secretariat" | "managementForum" }[] {
  const rows = sent.sent.flatMap(([name]) => /^offices\.(\d+)\.person$/.exec(name)?.[1] ?? []);
  return rows.flatMap((row) => {
    const [person, name] = [sent.text(`offices.${row}.person`), sent.text(`offices.${row}.name`)];
    const role = sent.text(`offices.${row}.role`) === "managementForum" ? "managementForum" : "secretariat";
    return person === "" ? [] : [{ person, role, ...(name !== "" && { name }) }];
  });
}
