// The people of a network: by role or organisation, what each answered, who stands in, which roles are missing; added, changed, handed over.
import type { PeopleJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { longDay } from "../../site/dates.ts";
import { Folded } from "../../site/folded.tsx";
import type { Site } from "../../site/site.tsx";
import { networkOf, type Known } from "../network-of.ts";
import { Add, addJoining, rosterTyped } from "./add.tsx";
import { EditPerson, StandIn } from "./edit.tsx";
import { PEOPLE } from "./words.ts";

type Person = PeopleJson["people"][number];
type Props = { at: At; known: Known; all: PeopleJson };

/** Adds the page and its form to the site. */
export function addPeople(site: Site): void {
  site.page("/networks/:id/people", async (at) => {
    const id = at.c.req.param("id") ?? "";
    const [known, all, roster] = await Promise.all([networkOf(at), at.api.people(id), rosterTyped(at)]);
    const { language, me } = at;
    const words = PEOPLE[language];
    const self = all.people.find(({ email }) => email === me.email);
    const organisations = all.organisations.length;
    const mayAdd = known.mayDo("addPerson") && !known.ended;
    const body = (
      <>
        <h1>{words.title}</h1>
        <p class="lead">
          {words.lead(all.people.length, organisations)} {known.leads && answersOf(all, at)}
        </p>
        {known.leads && <Missing at={at} known={known} all={all} />}
        <People at={at} known={known} all={all} />
        {mayAdd && <Add at={at} known={known} all={all} roster={roster} />}
        {self && known.mayDo("nameSubstitute") && !known.ended && (
          <details open={at.form?.id === "mine"}>
            <summary>{words.mine}</summary>
            <StandIn at={at} known={known} people={all.people} person={self} id="mine" />
          </details>
        )}
      </>
    );
    return { title: words.title, body, network: known.network, part: "people" };
  });
  addJoining(site);
}

function answersOf({ people }: PeopleJson, { language }: At): string {
  const n = (answer: Person["answer"]) => people.filter((one) => one.answer === answer).length;
  return PEOPLE[language].answered(n("accepted"), n("declined"), n(undefined));
}

function Missing({ at, known, all }: Props) {
  const words = PEOPLE[at.language];
  if (all.missing.length === 0) return null;
  return (
    <div class="said warm">
      <h2>{words.missing}</h2>
      <Folded
        at={at}
        all={all.missing}
        first={4}
        list={(some) => (
          <ul>
            {some.map(({ title, organisation, have, need }) => (
              <li>{words.need(title, organisation, have, need)}</li>
            ))}
          </ul>
        )}
      />
      {known.mayDo("addPerson") && (
        <p>
          <a href="#add-people">{words.addThem}</a>
        </p>
      )}
    </div>
  );
}

function People(props: Props) {
  const { at, all } = props;
  const { language, c } = at;
  const words = PEOPLE[language];
  const byOrganisation = c.req.query("by") === "organisation";
  const ways = [
    ["role", words.byRole, !byOrganisation],
    ["organisation", words.byOrganisation, byOrganisation],
  ] as const;
  return (
    <section data-part="people">
      {all.organisations.length > 1 && (
        <nav class="inline" aria-label={words.view}>
          {ways.map(([by, label, current]) => (
            <a class="button button-secondary small" href={`?by=${by}`} {...(current && { "aria-current": "true" })}>
              {label}
            </a>
          ))}
        </nav>
      )}
      {(byOrganisation ? organisationGroups(all, at) : roleGroups(all)).map(([heading, people]) => (
        <>
          <h2>{`${heading} (${people.length})`}</h2>
          <Folded
            at={at}
            all={people}
            first={all.people.length > MANY ? 6 : all.people.length}
            wanted={({ email }) => email === c.req.query("edit")}
            list={(some) => (
              <ul class="rows plan">
                {some.map((person) => (
                  <Row {...props} person={person} under={heading} />
                ))}
              </ul>
            )}
          />
        </>
      ))}
    </section>
  );
}

/** Of more than these only the first of each group are in sight. */
const MANY = 40;

type Group = readonly [heading: string, people: Person[]];

/** Each person once: under their first role in the programme's order that is no group. */
function roleGroups({ roles, people }: PeopleJson): Group[] {
  const order = [...roles.filter(({ group }) => !group), ...roles.filter(({ group }) => group)];
  const firstOf = (person: Person) => order.find(({ code }) => person.roles.includes(code))?.code;
  const groups = order.map(
    ({ code, title }) => [capital(title), people.filter((one) => firstOf(one) === code)] as const,
  );
  return groups.filter(([, own]) => own.length > 0).map(([title, own]) => [title, sorted(own)] as const);
}

function organisationGroups({ organisations, people }: PeopleJson, { language }: At): Group[] {
  const named = organisations.map(
    (name) => [name, sorted(people.filter(({ organisation }) => organisation === name))] as const,
  );
  const others = people.filter(({ organisation }) => organisation === undefined);
  return others.length === 0 ? named : [...named, [PEOPLE[language].noOrganisation, sorted(others)] as const];
}

const sorted = (people: Person[]) => people.toSorted((a, b) => a.name.localeCompare(b.name, "da"));
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Row({ at, known, all, person, under }: Props & { person: Person; under: string }) {
  const { language, c } = at;
  const words = PEOPLE[language];
  const { name, email, roles, organisation, region, answer, bounced, substitute } = person;
  const named = roles.map((role) => known.roleNames[role] ?? role);
  // What the heading says already is not said again.
  const shown = [named.join(", "), organisation].filter((text) => text?.toLowerCase() !== under.toLowerCase());
  const mayEdit = known.mayDo("changePerson") && !known.ended;
  const isOpen = mayEdit && c.req.query("edit") === email;
  const by = c.req.query("by") === "organisation" ? "by=organisation&" : "";
  const anchor = `p-${all.people.indexOf(person)}`;
  const day = (date: string) => longDay(`${date}T12:00Z`, { zone: "UTC", language });
  return (
    <li id={anchor} class={isOpen ? "open" : ""}>
      <div class="what">
        <p>{name}</p>
        <p class="soft">
          <a href={`mailto:${email}`}>{email}</a>
          {[...shown, region].filter(Boolean).map((text) => ` · ${text}`)}
        </p>
        {substitute && <p>{words.substitute(substitute.name, day(substitute.from), day(substitute.to))}</p>}
      </div>
      {known.leads && (
        <p class="inline">
          {bounced && <span class="pill wrong">{words.bounced}</span>}
          <span class={`pill${answer === "declined" ? " warm" : ""}`}>{answer ? words[answer] : words.silent}</span>
        </p>
      )}
      {mayEdit && (
        <p class="acts">
          <a
            class="button button-secondary small"
            href={isOpen ? `?${by}#${anchor}` : `?${by}edit=${encodeURIComponent(email)}#${anchor}`}
          >
            {isOpen ? words.close : words.edit}
            <span class="sr-only">{`: ${name}`}</span>
          </a>
        </p>
      )}
      {isOpen && <EditPerson at={at} known={known} people={all.people} person={person} />}
    </li>
  );
}
