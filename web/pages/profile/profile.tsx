// One's own page: how mails come, who stands in, calendars, where one is signed in, what is kept, and erasing oneself.
import type { FeedJson, MeJson, NetworkJson, SessionJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { longDay } from "../../site/dates.ts";
import { Form, Input, Picks, Press, Submit } from "../../site/forms.tsx";
import { HEADERS, partUrl } from "../../site/frame.tsx";
import type { Site } from "../../site/site.tsx";
import { addProfileForms } from "./forms.ts";
import { PROFILE } from "./words.ts";

/** Adds the page, the file of all that is kept, and the forms to the site. */
export function addProfile(site: Site): void {
  site.page("/profile", async (at) => {
    const { api, language, me } = at;
    const { title } = PROFILE[language];
    const sessions = await api.sessions();
    if (me.admin) return { title, body: <Administrator at={at} sessions={sessions} />, part: "profile" };
    const [wishes, feeds, networks] = await Promise.all([api.me(), api.ownFeeds(), api.networks()]);
    return { title, body: <Profile {...{ at, wishes, feeds, networks, sessions }} />, part: "profile" };
  });

  site.page("/profile/export", async ({ c, api }) =>
    c.body(JSON.stringify(await api.myData(), undefined, 2), 200, {
      ...HEADERS,
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="fremdrift-mine-data.json"',
    }),
  );
  addProfileForms(site);
}

type Props = { at: At; wishes: MeJson; feeds: FeedJson[]; networks: NetworkJson[]; sessions: SessionJson[] };

function Administrator({ at, sessions }: Pick<Props, "at" | "sessions">) {
  const words = PROFILE[at.language];
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.administrator}</p>
      <Sessions at={at} sessions={sessions} />
    </>
  );
}

function Profile(props: Props) {
  const { at, wishes, networks } = props;
  const words = PROFILE[at.language];
  const going = networks.filter(({ ended }) => !ended);
  return (
    <>
      <h1>{wishes.name || words.title}</h1>
      <p class="lead">{wishes.email}</p>
      <Wishes at={at} wishes={wishes} />
      <Feeds {...props} />
      {going.length > 0 && (
        <section>
          <h2>{words.substitute}</h2>
          <p>{words.substituteHint}</p>
          <ul>
            {going.map(({ id, title }) => (
              <li>
                <a href={partUrl(id, "people")}>{words.name(title)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Sessions {...props} />
      <section>
        <h2>{words.data}</h2>
        <p>{words.dataHint}</p>
        <p>
          <a class="button button-secondary" href="/profile/export">
            {words.take}
          </a>
        </p>
      </section>
      <Erase at={at} wishes={wishes} />
    </>
  );
}

function Wishes({ at, wishes }: Pick<Props, "at" | "wishes">) {
  const words = PROFILE[at.language];
  return (
    <section>
      <h2>{words.mails}</h2>
      <Form at={at} id="wishes" action="/profile/wishes">
        <Picks
          at={at}
          id="wishes"
          name="language"
          label={words.language}
          values={[wishes.language]}
          choices={(["da", "en"] as const).map((value) => ({ value, label: words.languages[value] }))}
        />
        <Picks
          at={at}
          id="wishes"
          name="digest"
          label={words.digest}
          values={[String(wishes.digest)]}
          choices={[
            { value: "false", label: words.single, hint: words.singleHint },
            { value: "true", label: words.daily, hint: words.dailyHint },
          ]}
        />
        <Submit label={words.save} />
      </Form>
    </section>
  );
}

function Feeds({ at, feeds, networks }: Props) {
  const { language } = at;
  const words = PROFILE[language];
  const titleOf = (id: string | undefined) => networks.find((one) => one.id === id)?.title ?? id;
  return (
    <section id="feeds">
      <h2>{words.feeds}</h2>
      <p>{words.feedsHint}</p>
      {feeds.length === 0 ? (
        <p class="empty">{words.noFeeds}</p>
      ) : (
        <ul class="rows">
          {feeds.map(({ id, network, whole, createdAt }) => (
            <li>
              <div class="what">
                <p>{words.feedOf(titleOf(network), whole)}</p>
                <p class="soft">{words.made(dayOf(createdAt, at))}</p>
              </div>
              <Press
                at={at}
                id={`feed-${id.slice(0, 12)}`}
                action="/profile/feeds/end"
                fields={{ feed: id }}
                label={words.revoke}
                about={words.feedOf(titleOf(network), whole)}
              />
            </li>
          ))}
        </ul>
      )}
      <Form at={at} id="feed" action="/profile/feeds">
        <Picks
          at={at}
          id="feed"
          name="fuzzy"
          type="checkbox"
          label={words.feeds}
          choices={[{ value: "out", label: words.fuzzy, hint: words.fuzzyHint }]}
        />
        <Submit label={words.make} kind="secondary" />
      </Form>
    </section>
  );
}

const dayOf = (instant: string, { language }: At) => longDay(instant, { zone: "Europe/Copenhagen", language });

function Sessions({ at, sessions }: Pick<Props, "at" | "sessions">) {
  const words = PROFILE[at.language];
  const others = sessions.filter(({ current }) => !current);
  return (
    <section>
      <h2>{words.sessions}</h2>
      <p>{words.sessionsHint}</p>
      <ul class="rows">
        {sessions.map(({ id, label, seen, current }) => (
          <li>
            <div class="what">
              <p>
                {label || "?"} {current && <span class="pill strong">{words.here}</span>}
              </p>
              <p class="soft">{words.seen(dayOf(seen, at))}</p>
            </div>
            {!current && (
              <Press
                at={at}
                id={`session-${id}`}
                action="/profile/sessions/end"
                fields={{ session: id }}
                label={words.end}
                about={label}
              />
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && <Press at={at} id="others" action="/profile/sessions/others" label={words.endOthers} />}
    </section>
  );
}

function Erase({ at, wishes }: Pick<Props, "at" | "wishes">) {
  const words = PROFILE[at.language];
  const list = (all: string[]) => (
    <ul>
      {all.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  );
  return (
    <section>
      <h2>{words.erase}</h2>
      <details open={at.form?.id === "erase"}>
        <summary>{words.eraseHint}</summary>
        <h3>{words.goes}</h3>
        {list(words.goesList)}
        <h3>{words.stays}</h3>
        {list(words.staysList)}
        <Form at={at} id="erase" action="/profile/erase">
          <Input at={at} id="erase" name="confirm" type="email" label={words.confirm(wishes.email)} required />
          <Picks
            at={at}
            id="erase"
            name="texts"
            label={words.texts}
            values={["kept"]}
            choices={[
              { value: "kept", label: words.textsKept },
              { value: "removed", label: words.textsRemoved, hint: words.textsRemovedHint },
            ]}
          />
          <Submit label={words.eraseButton} kind="secondary" />
        </Form>
      </details>
    </section>
  );
}
