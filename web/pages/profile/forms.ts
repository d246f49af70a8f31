// What the forms of one's own page do.
import { NotTaken, type Site } from "../../site/site.tsx";
import { PROFILE } from "./words.ts";

/** Adds them to the site. */
export function addProfileForms({ form }: Site): void {
  form("/profile/wishes", async ({ api, language }, sent) => {
    const wanted = sent.text("language") === "en" ? "en" : "da";
    await api.changeMe({ language: wanted, digest: sent.text("digest") === "true" });
    // The pages speak it from now on, too.
    return { to: `/profile?lang=${wanted}`, said: PROFILE[wanted === language ? language : wanted].saved };
  });
  form("/profile/feeds", async ({ api, language }, sent, key) => {
    const { url } = await api.createOwnFeed(sent.text("fuzzy") !== "", key);
    return { to: "/profile#feeds", said: PROFILE[language].address(url) };
  });
  form("/profile/feeds/end", async ({ api, language }, sent) => {
    await api.revokeFeed(sent.text("feed"));
    return { to: "/profile#feeds", said: PROFILE[language].revoked };
  });
  form("/profile/sessions/end", async ({ api, language }, sent) => {
    await api.endSession(sent.text("session") || "-");
    return { to: "/profile", said: PROFILE[language].ended };
  });
  form("/profile/sessions/others", async ({ api, language }) => {
    const others = (await api.sessions()).filter(({ current }) => !current);
    await Promise.all(others.map(({ id }) => api.endSession(id)));
    return { to: "/profile", said: PROFILE[language].endedOthers };
  });
  form("/profile/erase", async ({ api, language }, sent, key) => {
    const words = PROFILE[language];
    const confirm = sent.text("confirm");
    if (confirm === "") throw new NotTaken(words.eraseHint, { confirm: words.eraseHint });
    await api.eraseMe(confirm, sent.text("texts") === "removed" ? "removed" : "kept", key);
    return { to: "/privacy", said: words.erased };
  });
}
