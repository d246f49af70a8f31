// The sign-up of an open meeting: opened, joined, and closed.
import type { NetworkSignUpJson } from "../../../api/client.ts";
import { shortDay } from "../../site/dates.ts";
import { SeeThenDo } from "../../site/consequences.tsx";
import { doUrl } from "../../site/do.ts";
import { Form, Input, Press } from "../../site/forms.tsx";
import { Fold } from "./lead.tsx";
import { OPEN } from "./open-words.ts";
import type { Showing } from "./parts.tsx";

type Props = Showing & { signUp: NetworkSignUpJson | undefined };

/** The sign-up there is, or for whoever leads the form that opens one. */
export function SignUp(props: Props) {
  const { at, known, meeting, signUp } = props;
  const { signUp: words } = OPEN[at.language];
  const isToCome = ["planned", "pinned"].includes(meeting.state) && !known.ended;
  if (!signUp) return isToCome && !meeting.sessions && known.mayDo("openSignUp") ? <Begin {...props} /> : null;
  const told = { zone: known.zone, language: at.language };
  const fields = { "d.item": meeting.id };
  const isOpen = signUp.state === "open";
  return (
    <section aria-labelledby="sign-up">
      <h2 id="sign-up">{words.title}</h2>
      <p>
        <span class="pill">{words.state[signUp.state]}</span>
        {` ${[
          words.seats(signUp.seated, signUp.capacity),
          ...(signUp.waited > 0 ? [words.waiting(signUp.waited)] : []),
          ...(signUp.deadline === undefined ? [] : [words.until(shortDay(signUp.deadline, told, known.now))]),
        ].join(" · ")}`}
      </p>
      {known.leads && (
        <p>
          {words.link}
          {": "}
          <a href={signUp.link}>{signUp.link}</a>
        </p>
      )}
      <div class="mt-choices">
        {isOpen && !at.me.admin && <Place at={at} known={known} fields={fields} seat={meeting.mine?.seat === true} />}
        {isOpen && known.mayDo("closeSignUp") && (
          <Press
            at={at}
            id="close-sign-up"
            action={doUrl(known.id, "closeSignUp")}
            fields={{ ...fields, said: words.closed }}
            label={words.close}
          />
        )}
      </div>
      {!isOpen && isToCome && known.mayDo("openSignUp") && <Begin {...props} />}
    </section>
  );
}

/** Takes a place, or gives up the one there is. */
function Place({
  at,
  known,
  fields,
  seat,
}: Pick<Props, "at" | "known"> & { fields: Record<string, string>; seat: boolean }) {
  const { signUp: words } = OPEN[at.language];
  const [trigger, said, label] = seat
    ? (["withdrawSignUp", words.left, words.leave] as const)
    : (["signUp", words.joined, words.join] as const);
  if (!known.mayDo(trigger)) return null;
  return (
    <>
      {seat && <p>{words.mine}</p>}
      <Press
        at={at}
        id="place"
        action={doUrl(known.id, trigger)}
        fields={{ ...fields, said }}
        label={label}
        kind={seat ? "secondary" : "primary"}
      />
    </>
  );
}

function Begin({ at, known, meeting }: Showing) {
  const { signUp: words } = OPEN[at.language];
  const field = { at, id: "open" };
  return (
    <Fold at={at} id="open" title={words.open}>
      <Form at={at} id="open" action={doUrl(known.id, "openSignUp")}>
        <p>{words.intro}</p>
        <input type="hidden" name="d.item" value={meeting.id} />
        <input type="hidden" name="said" value={words.opened} />
        <div class="grid2">
          <Input {...field} name="d.capacity:n" type="number" label={words.capacity} hint={words.capacityHint} />
          <Input {...field} name="d.deadline" type="date" label={words.deadline} />
        </div>
        <SeeThenDo at={at} id="open" label={words.start} zone={known.zone} />
      </Form>
    </Fold>
  );
}
