// The end of a form whose consequences are shown before it is done: the first press shows them, the second does it.
import type { PreviewJson } from "../../api/client.ts";
import type { At } from "./at.ts";
import { moment } from "./dates.ts";
import { DO_WORDS } from "./do-words.ts";

type Props = {
  at: At;
  /** Of the form. */
  id: string;
  /** What the button that does it says. */
  label: string;
  zone: string;
};

/** The buttons of such a form, below its fields. Its action is a `doUrl`. */
export function SeeThenDo({ at, id, label, zone }: Props) {
  const words = DO_WORDS[at.language];
  const seen = at.form?.id === id ? at.form.seen : undefined;
  if (!seen)
    return (
      <div class="form-group">
        <button type="submit" name="see" value="1" class="button button-primary">
          {words.see}
        </button>
      </div>
    );
  return (
    <>
      <Consequences at={at} seen={seen} zone={zone} />
      <div class="form-group inline">
        <button type="submit" class="button button-primary">
          {label}
        </button>
        <button type="submit" name="see" value="1" class="button button-secondary">
          {words.seeAgain}
        </button>
      </div>
    </>
  );
}

/** Who would be told, and which messages would be others. */
function Consequences({ at, seen, zone }: { at: At; seen: PreviewJson; zone: string }) {
  const { language } = at;
  const words = DO_WORDS[language];
  const people = new Set(seen.told.flatMap(({ to }) => to));
  const when = (one: string) => moment(one, { zone, language });
  return (
    <div class="said warm" role="status" tabindex={-1} data-wrong>
      <h2>{words.seen}</h2>
      <p>{words.notYet}</p>
      {seen.says.length > 0 && (
        <ul>
          {seen.says.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      )}
      <p>{people.size === 0 ? words.nobody : words.now(people.size)}</p>
      {people.size > 0 && (
        <ul>
          {seen.told
            .filter(({ to }) => to.length > 0)
            .map(({ title, to }) => (
              <li>{`${title} (${words.people(to.length)})`}</li>
            ))}
        </ul>
      )}
      {seen.gone.length + seen.coming.length === 0 && <p>{words.same}</p>}
      <Messages title={words.gone} all={seen.gone} when={when} />
      <Messages title={words.coming} all={seen.coming} when={when} />
    </div>
  );
}

function Messages({ title, all, when }: { title: string; all: PreviewJson["gone"]; when: (at: string) => string }) {
  if (all.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul>
        {all.map((one) => (
          <li>{`${when(one.at)}: ${one.title}`}</li>
        ))}
      </ul>
    </>
  );
}
