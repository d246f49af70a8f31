// Adding people by a pasted list: first who would join, or which lines are wrong; then they do.
import type { PeopleJson, RosterJson } from "../../../api/client.ts";
import { newKey, type At } from "../../site/at.ts";
import { Form, Input, Lines, Select } from "../../site/forms.tsx";
import { ListFile } from "../../site/list-file.tsx";
import { readOf } from "../../site/list-text.ts";
import { NotTaken, type Act, type Site } from "../../site/site.tsx";
import { partUrl } from "../../site/frame.tsx";
import type { Known } from "../network-of.ts";
import { PEOPLE } from "./words.ts";

/** People who join at a time. */
const TOGETHER = 8;
const NOTHING = { entries: [], says: [], told: [], gone: [], coming: [] };

/** Where the form is sent. */
export function addJoining({ form }: Site): void {
  form("/networks/:id/people/add", add, { lists: "text" });
}

const add: Act = async (at, sent, key) => {
  const { c, api, language } = at;
  const words = PEOPLE[language];
  const id = c.req.param("id") ?? "";
  const [text, role, organisation] = [sent.text("text"), sent.text("role"), sent.text("organisation")];
  if (text === "") throw new NotTaken(words.listHint, { text: words.listHint });
  if (role === "") throw new NotTaken(words.needRole, { role: words.needRole });
  // What comes of the list is shown by the page itself; of a file, first.
  if (sent.text("see") !== "" || sent.text(readOf("text")) !== "") return { seen: NOTHING };
  const { people, problems } = await api.roster(id, { text, role, ...(organisation && { organisation }) });
  if (problems.length > 0) return { seen: NOTHING };
  const joining = people.filter((one) => one.is !== "same");
  for (let i = 0; i < joining.length; i += TOGETHER)
    await Promise.all(
      joining
        .slice(i, i + TOGETHER)
        .map(({ is: _, ...person }, n) => api.trigger(id, "addPerson", person, `${key}-${i + n}`)),
    );
  return { to: partUrl(id, "people"), said: joining.length === 0 ? words.nobody : words.added(joining.length) };
};

/** What the list that was typed comes to; undefined where none was. */
export async function rosterTyped({ c, api, form }: At): Promise<RosterJson | undefined> {
  if (form?.id !== "add" || form.problem) return undefined;
  const of = (name: string) => form.sent.find(([one]) => one === name)?.[1]?.trim() ?? "";
  const [text, role, organisation] = [of("text"), of("role"), of("organisation")];
  if (text === "" || role === "") return undefined;
  return await api.roster(c.req.param("id") ?? "", { text, role, ...(organisation && { organisation }) });
}

type Props = { at: At; known: Known; all: PeopleJson; roster: RosterJson | undefined };

/** The form, with what it comes to above its buttons. */
export function Add({ at, known, all, roster }: Props) {
  const words = PEOPLE[at.language];
  const field = { at, id: "add" };
  const joining = roster?.people.filter(({ is }) => is !== "same").length ?? 0;
  const isReady = roster !== undefined && roster.problems.length === 0;
  return (
    <section id="add-people">
      <h2>{words.add}</h2>
      <p class="soft">{words.addHint}</p>
      <Form at={at} id="add" action={`/networks/${encodeURIComponent(known.id)}/people/add`} files>
        <Lines {...field} name="text" label={words.list} hint={words.listHint} rows={6} required />
        <ListFile {...field} name="text" />
        <div class="grid2">
          <Select
            {...field}
            name="role"
            label={words.role}
            choices={all.roles.map(({ code, title }) => ({ value: code, label: title }))}
            empty={words.choose}
            required
          />
          <Input {...field} name="organisation" label={words.organisation} hint={words.organisationHint} />
        </div>
        {roster && <Roster {...{ at, known, roster, joining }} />}
        <div class="form-group inline">
          {isReady && joining > 0 && (
            <button type="submit" class="button button-primary">
              {words.addAll(joining)}
            </button>
          )}
          <button
            type="submit"
            name="see"
            value="1"
            class={`button button-${isReady && joining > 0 ? "secondary" : "primary"}`}
          >
            {roster ? words.seeAgain : words.see}
          </button>
        </div>
      </Form>
    </section>
  );
}

function Roster({ at, known, roster, joining }: { at: At; known: Known; roster: RosterJson; joining: number }) {
  const words = PEOPLE[at.language];
  const { people, problems } = roster;
  if (problems.length > 0)
    return (
      <div class="said wrong" role="alert" tabindex={-1} data-wrong>
        <h2>{words.wrong(problems.length)}</h2>
        <ul>
          {problems.map(({ line, message, hint }) => (
            <li>
              {line !== undefined && <strong>{`${words.line(line)}: `}</strong>}
              {`${message} ${hint}`}
            </li>
          ))}
        </ul>
      </div>
    );
  const label = `roster-${newKey().slice(0, 6)}`;
  return (
    <div class="said warm" role="status" tabindex={-1} data-wrong>
      <h2 id={label}>{words.preview}</h2>
      <p>{joining === 0 ? words.nobody : words.told}</p>
      <div class="scroll" tabindex={0} role="region" aria-labelledby={label}>
        <table class="table">
          <thead>
            <tr>
              {words.columns.slice(0, 4).map((one) => (
                <th scope="col">{one}</th>
              ))}
              <td></td>
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr>
                <th scope="row">{one.name}</th>
                <td>{one.email}</td>
                <td>{one.roles.map((role) => known.roleNames[role] ?? role).join(", ")}</td>
                <td>{one.organisation ?? ""}</td>
                <td>
                  <span class={`pill${one.is === "new" ? " strong" : ""}`}>{words.is[one.is]}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
