// All theme proposals that one may read: what waits, for how long, and when the management forum meets.
import type { ForumMeetingsJson, ThemeProposalJson } from "../../../api/client.ts";
import { mayMake, type At } from "../../site/at.ts";
import { inDays } from "../../site/dates.ts";
import { dayText } from "../fresh/given.ts";
import { THEMES, type ThemeWords } from "./words.ts";

/** Whoever asks can do something with it, beyond taking it back. */
const isYours = ({ may }: ThemeProposalJson) => may.some((act) => act !== "withdraw");

/** The body of the page. */
export function ThemeList({ at, themes, forum }: { at: At; themes: ThemeProposalJson[]; forum: ForumMeetingsJson }) {
  const words = THEMES[at.language];
  const yours = themes.filter(isYours);
  const waiting = themes.filter((theme) => theme.waiting && !isYours(theme));
  const decided = themes.filter((theme) => !theme.waiting && !isYours(theme)).toReversed();
  const groups = [
    [words.yours, yours],
    [words.waiting, waiting],
    [words.decided, decided],
  ] as const;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{leadOf({ at, themes, forum })}</p>
      <div class="ways">
        {at.me.email !== "" && (
          <a class="button button-primary" href="/themes/new">
            {words.propose}
          </a>
        )}
        {mayMake(at.me) && (
          <a class="button button-secondary" href="/themes/forum">
            {words.forum}
          </a>
        )}
      </div>
      {themes.length === 0 && <p class="empty">{words.empty}</p>}
      {groups.map(
        ([heading, some]) =>
          some.length > 0 && (
            <section>
              <h2>{heading}</h2>
              <ul class="rows">
                {some.map((theme) => (
                  <One at={at} theme={theme} words={words} />
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}

function leadOf({ at, themes, forum }: { at: At; themes: ThemeProposalJson[]; forum: ForumMeetingsJson }): string {
  const { language } = at;
  const words = THEMES[language];
  const [next] = forum;
  const told = { zone: "Europe/Copenhagen", language };
  const when = next && inDays(`${next.date}T12:00:00Z`, new Date().toISOString(), told);
  return [
    words.lead(themes.filter(({ waiting }) => waiting?.for === "forum").length),
    ...(next && when ? [words.meets(dayText(next.date, language), when, next.proposed)] : []),
  ].join(" ");
}

function One({ at, theme, words }: { at: At; theme: ThemeProposalJson; words: ThemeWords }) {
  const { id, title, state, type, may } = theme;
  const act = (["decide", "hours", "start"] as const).find((one) => may.includes(one));
  return (
    <li>
      <div class="what">
        <p>
          <a href={`/themes/${id}`}>{title}</a>
        </p>
        <p class="soft">{[words.types[type], ...waitingText(theme, at.language)].join(" · ")}</p>
      </div>
      <span class={state === "accepted" || state === "made" ? "pill strong" : "pill"}>{words.states[state]}</span>
      {act && (
        <a class="button button-secondary small" href={`/themes/${id}#${act}`}>
          {words.acts[act]}
          <span class="sr-only">{`: ${title}`}</span>
        </a>
      )}
    </li>
  );
}

/** What a proposal waits for, how long it has, and when it is up; nothing where it does not wait. */
export function waitingText({ waiting }: ThemeProposalJson, language: At["language"]): string[] {
  if (!waiting) return [];
  const words = THEMES[language];
  return [
    words.waits[waiting.for](words.days(waiting.days)),
    ...(waiting.forum ? [words.upAt(dayText(waiting.forum.date, language))] : []),
  ];
}
