// Changing what a person is in a network: place, roles, who stands in, and leaving.
import type { PeopleJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { doUrl } from "../../site/do.ts";
import { SeeThenDo } from "../../site/consequences.tsx";
import { Form, Input, Select, Submit } from "../../site/forms.tsx";
import type { Known } from "../network-of.ts";
import { PEOPLE } from "./words.ts";

type Person = PeopleJson["people"][number];
type Props = { at: At; known: Known; people: Person[]; person: Person };

/** All that who leads may change of a person. */
export function EditPerson(props: Props) {
  const { at, known } = props;
  const words = PEOPLE[at.language];
  const open = (id: string) => at.form?.id === id;
  return (
    <div class="edit">
      {known.mayDo("changePerson") && (
        <details open={open("place") || at.form === undefined}>
          <summary>{words.place.title}</summary>
          <Place {...props} />
        </details>
      )}
      {known.mayDo("addPerson") && (
        <details open={open("more")}>
          <summary>{words.more.title}</summary>
          <More {...props} />
        </details>
      )}
      {known.mayDo("handOver") && (
        <details open={open("handover")}>
          <summary>{words.handOver.title}</summary>
          <HandOver {...props} />
        </details>
      )}
      {known.leads && known.mayDo("nameSubstitute") && (
        <details open={open("standin")}>
          <summary>{words.standIn.title}</summary>
          <StandIn {...props} id="standin" forOther />
        </details>
      )}
      {known.mayDo("removePerson") && (
        <details open={open("leave")}>
          <summary>{words.leave.title}</summary>
          <Leave {...props} />
        </details>
      )}
    </div>
  );
}

const Said = ({ said, known }: { said: string; known: Known }) => (
  <>
    <input type="hidden" name="said" value={said} />
    <input type="hidden" name="to" value={`/networks/${encodeURIComponent(known.id)}/people`} />
  </>
);

function Place({ at, known, person }: Props) {
  const words = PEOPLE[at.language];
  const field = { at, id: "place" };
  return (
    <Form at={at} id="place" action={doUrl(known.id, "changePerson")}>
      <Said known={known} said={words.place.said} />
      <input type="hidden" name="d.person" value={person.email} />
      <div class="grid2">
        <Input {...field} name="d.organisation" label={words.organisation} value={person.organisation ?? ""} />
        <Input {...field} name="d.region" label={words.place.region} value={person.region ?? ""} />
      </div>
      <SeeThenDo at={at} id="place" label={words.place.save} zone={known.zone} />
    </Form>
  );
}

function More({ at, known, person }: Props) {
  const words = PEOPLE[at.language];
  const choices = Object.entries(known.roleNames).flatMap(([value, label]) =>
    person.roles.includes(value) ? [] : [{ value, label }],
  );
  return (
    <Form at={at} id="more" action={doUrl(known.id, "addPerson")}>
      <Said known={known} said={words.more.said} />
      <input type="hidden" name="d.email" value={person.email} />
      <Select at={at} id="more" name="d.roles:l" label={words.role} choices={choices} empty={words.choose} />
      <SeeThenDo at={at} id="more" label={words.more.save} zone={known.zone} />
    </Form>
  );
}

/** Everybody but one, to choose from. */
const others = (people: Person[], email: string) =>
  people.filter((one) => one.email !== email).map((one) => ({ value: one.email, label: one.name }));

function HandOver({ at, known, people, person }: Props) {
  const words = PEOPLE[at.language];
  const own = person.roles.map((value) => ({ value, label: known.roleNames[value] ?? value }));
  const field = { at, id: "handover" };
  return (
    <Form at={at} id="handover" action={doUrl(known.id, "handOver")}>
      <Said known={known} said={words.handOver.said} />
      <input type="hidden" name="d.from" value={person.email} />
      <p class="soft">{words.handOver.hint}</p>
      <div class="grid2">
        <Select {...field} name="d.role" label={words.handOver.role} choices={own} />
        <Select
          {...field}
          name="d.to"
          label={words.handOver.to}
          choices={others(people, person.email)}
          empty={words.choose}
        />
      </div>
      <SeeThenDo at={at} id="handover" label={words.handOver.save} zone={known.zone} />
    </Form>
  );
}

/** Who stands in for a person from a day up to another. `forOther`: who leads names it for them. */
export function StandIn({
  at,
  known,
  people,
  person,
  id,
  forOther = false,
}: Props & { id: string; forOther?: boolean }) {
  const words = PEOPLE[at.language];
  const { substitute } = person;
  const field = { at, id };
  return (
    <Form at={at} id={id} action={doUrl(known.id, "nameSubstitute")}>
      <Said known={known} said={words.standIn.said} />
      {forOther && <input type="hidden" name="d.person" value={person.email} />}
      <Select
        {...field}
        name="d.substitute"
        label={words.standIn.who}
        value={substitute?.email ?? ""}
        choices={[...others(people, person.email), { value: person.email, label: words.standIn.nobody }]}
        empty={words.choose}
      />
      <div class="grid2">
        <Input {...field} name="d.from" type="date" label={words.standIn.from} value={substitute?.from ?? ""} />
        <Input
          {...field}
          name="d.to"
          type="date"
          label={words.standIn.to}
          hint={words.standIn.toHint}
          value={substitute?.to ?? ""}
        />
      </div>
      <Submit label={words.standIn.save} kind="secondary" />
    </Form>
  );
}

function Leave({ at, known, person }: Props) {
  const words = PEOPLE[at.language];
  return (
    <Form at={at} id="leave" action={doUrl(known.id, "removePerson")}>
      <Said known={known} said={words.leave.said} />
      <input type="hidden" name="d.person" value={person.email} />
      <p class="soft">{words.leave.hint}</p>
      <Input at={at} id="leave" name="d.reason" label={words.leave.reason} />
      <SeeThenDo at={at} id="leave" label={words.leave.save} zone={known.zone} />
    </Form>
  );
}
