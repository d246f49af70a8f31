// People from outside: those of a network, and whoever asks with all that is kept about them.
import type { Call } from "./client-sessions.ts";
import type { ErasedJson } from "./erasures.ts";
import type { FeedJson, MadeFeedJson } from "./feeds.ts";
import type { MyDataJson } from "./me.ts";
import type { NewRosterJson, PeopleJson, RosterJson } from "./people-shapes.ts";
import type { MeJson, NewWishesJson } from "./preferences.ts";

/** Functions about people; `of`: the path of a network. */
export const peopleCalls = (call: Call, of: (id: string) => string) => ({
  people: (id: string) => call<PeopleJson>("GET", `${of(id)}/people`),
  /** Who would join by a pasted list, or what is wrong with it; nothing is saved. */
  roster: (id: string, list: NewRosterJson) => call<RosterJson>("POST", `${of(id)}/rosters`, list),
  /** Erases a person for good; nobody can take it back. */
  erasePerson: (email: string, texts: "kept" | "removed" = "kept") =>
    call<ErasedJson>(
      "DELETE",
      `/api/people/${encodeURIComponent(email)}${texts === "removed" ? "?texts=removed" : ""}`,
    ),
  /** Whoever the token is of, and how they want mail. */
  me: () => call<MeJson>("GET", "/api/me"),
  changeMe: (wishes: NewWishesJson) => call<MeJson>("PATCH", "/api/me", wishes),
  /** Your calendars that are subscribed to; one of all your networks, whose `url` is told here only. */
  ownFeeds: () => call<FeedJson[]>("GET", "/api/feeds"),
  createOwnFeed: (leaveOutFuzzy: boolean, key?: string) =>
    call<MadeFeedJson>("POST", "/api/feeds", { leaveOutFuzzy }, key),
  /** Everything that is kept about you. */
  myData: () => call<MyDataJson>("GET", "/api/me/export"),
  /** Erases whoever asks, for good. `confirm`: their own address. */
  eraseMe: (confirm: string, texts: "kept" | "removed", key?: string) =>
    call<ErasedJson>("POST", "/api/me/erasures", { confirm, texts }, key),
});
