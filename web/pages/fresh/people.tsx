// The fourth step: who takes part, pasted from elsewhere, with what is understood and what is not.
import type { At } from "../../site/at.ts";
import { Form, Lines } from "../../site/forms.tsx";
import { ListFile } from "../../site/list-file.tsx";
import type { PageBody } from "../../site/site.tsx";
import { stepPage, Ways } from "./frame.tsx";
import { stepUrl, type Draft } from "./given.ts";
import { FRESH } from "./words.ts";

const FORM = "people";

/** The page. */
export function peoplePage(at: At, draft: Draft): PageBody {
  const words = FRESH[at.language];
  const { id, pasted = "", people, wrong, sample } = draft;
  return stepPage(at, draft, {
    step: "people",
    title: words.people.title,
    children: (
      <>
        <p class="lead">{words.people.lead}</p>
        {wrong.length > 0 && <Wrong at={at} wrong={wrong} />}
        <div class="cols">
          <Form at={at} id={FORM} action={stepUrl(id, "people")} files>
            <Lines
              at={at}
              id={FORM}
              name="people"
              label={words.people.pasted}
              hint={words.people.hint}
              value={pasted}
              rows={10}
            />
            <ListFile at={at} id={FORM} name="people" />
            <Ways
              at={at}
              more={
                <button type="submit" class="button button-secondary" name="go" value="stay">
                  {words.save}
                </button>
              }
            />
          </Form>
          <Roles at={at} draft={draft} />
        </div>
        {people.length > 0 ? (
          <People at={at} people={people} />
        ) : (
          wrong.length === 0 && (
            <p class="empty">
              {words.people.none}
              {sample && ` ${words.people.sample}`}
            </p>
          )
        )}
      </>
    ),
  });
}

function Wrong({ at, wrong }: { at: At; wrong: Draft["wrong"] }) {
  const words = FRESH[at.language].people;
  return (
    <div class="said wrong" role="alert" tabindex={-1} data-wrong>
      <h2>{words.wrong(wrong.length)}</h2>
      <ul>
        {wrong.map(({ line, message }) => (
          <li>
            <a href={`#${FORM}-people`}>{line === undefined ? message : `${words.line(line)}: ${message}`}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Roles({ at, draft }: { at: At; draft: Draft }) {
  const words = FRESH[at.language].people;
  const lead = draft.roles.find(({ required }) => required) ?? draft.roles[0];
  return (
    <div>
      <h2>{words.roles}</h2>
      <p class="soft">
        {`${words.example}: `}
        <code>{`Kim Holm; kim@kommune.example; ${lead?.title ?? ""}; Vestby`}</code>
      </p>
      <div class="scroll" tabindex={0} role="region" aria-label={words.roles}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.role}</th>
              <th scope="col" class="num">
                {words.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {draft.roles.map(({ title, required, count }) => (
              <tr>
                <th scope="row">
                  {title}
                  {required && <span class="soft">{` (${words.must})`}</span>}
                </th>
                <td class="num">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function People({ at, people }: { at: At; people: Draft["people"] }) {
  const words = FRESH[at.language].people;
  return (
    <>
      <h2>{words.found(people.length)}</h2>
      <div class="scroll" tabindex={0} role="region" aria-label={words.found(people.length)}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.email}</th>
              <th scope="col">{words.role}</th>
              <th scope="col">{words.organisation}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ name, email, roles, organisation }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{email}</td>
                <td>{roles.join(", ")}</td>
                <td>{organisation ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
