// My page: what is expected of me, in order of time, each with its one press; then what comes, and my networks.
import type { ComingJson, WaitingListJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import type { Site } from "../../site/site.tsx";
import { dueWords, WaitingRows } from "../waiting.tsx";
import { MINE } from "./words.ts";

const GROUPS = ["overdue", "week", "later"] as const;

/** Adds the page to the site. */
export function addMine({ page }: Site): void {
  page("/", async (at) => {
    const list = await at.api.waiting();
    const { title } = MINE[at.language];
    return { title, body: <Mine at={at} list={list} />, part: "mine" };
  });
}

function Mine({ at, list }: { at: At; list: WaitingListJson }) {
  const words = MINE[at.language];
  const { waiting, upcoming, networks } = list;
  const overdue = waiting.filter((one) => one.overdue).length;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{at.me.admin ? words.administrator : words.lead(waiting.length, overdue)}</p>
      {waiting.length === 0 && !at.me.admin && <Nothing at={at} list={list} />}
      {GROUPS.map((group) => {
        const inGroup = waiting.filter((one) => one.group === group);
        return (
          inGroup.length > 0 && (
            <section aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`}>{words.groups[group]}</h2>
              <WaitingRows at={at} waiting={inGroup} of={networks.length > 1} overdue={false} />
            </section>
          )
        );
      })}
      {upcoming.length > 0 && <Upcoming at={at} upcoming={upcoming} of={networks.length > 1} />}
      {networks.length > 0 && (
        <section>
          <h2>{words.networks}</h2>
          <ul class="rows">
            {networks.map(({ id, title, ended }) => (
              <li>
                <div class="what">
                  <p>
                    <a href={`/networks/${id}`}>{title}</a> {ended && <span class="pill">{words.ended}</span>}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <p>
            <a href="/profile#feeds">{words.calendar}</a>
            <span class="soft">{` · ${words.calendarHint}`}</span>
          </p>
        </section>
      )}
    </>
  );
}

/** What will come, where nothing waits. */
function Nothing({ at, list: { next } }: { at: At; list: WaitingListJson }) {
  const words = MINE[at.language];
  return (
    <p class="empty">
      {next ? words.next(next.title, next.network.title, dueWords(next.at, at)) : words.nothing} {words.nothingAtAll}
    </p>
  );
}

function Upcoming({ at, upcoming, of }: { at: At; upcoming: ComingJson[]; of: boolean }) {
  const words = MINE[at.language];
  return (
    <section>
      <h2>{words.upcoming}</h2>
      <ul class="rows">
        {upcoming.map((one) => (
          <li>
            <div class="what">
              <p>
                <a href={one.href}>{one.title}</a>
              </p>
              <p class="soft">
                {[dueWords(one.at, at), one.place, of ? one.network.title : undefined].filter(Boolean).join(" · ")}
              </p>
            </div>
            <span class="pill">{words.answers[one.answer ?? ""] ?? words.unanswered}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
