// Signing in: a link by mail, the organisation's own sign-in, or an access key; and signing out.
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { ApiError, type ProblemJson } from "../../api/client.ts";
import { isFromElsewhere, MAX_FORM, problemOf, sentIn } from "../request.tsx";
import { clientWith, newKey, readCookie, speak, writeCookie } from "../site/at.ts";
import { framed, HEADERS } from "../site/frame.tsx";
import { fieldsOf, holdSession, keyIn, ownPath, type Fields, type Site } from "../site/site.tsx";
import { SITE_WORDS } from "../site/words.ts";
import { Confirm, SentPage, SignIn } from "./sign-in-pages.tsx";
import { SIGN_IN } from "./words.ts";

const DAY = 24 * 60 * 60;
/** Seconds that a visit to the organisation's sign-in may take. */
const VISIT = 15 * 60;

/** Adds the pages to the site. A link from a mail changes nothing until its button is pressed. */
export function addSignIn({ app, ask, cookies }: Site): void {
  const speaking = (c: Context) => speak(c, cookies);
  const api = (c: Context) => clientWith(ask, speaking(c), readCookie(c, "session", cookies));
  const back = (c: Context) => ownPath(c.req.query("back") ?? "/");

  const show = async (c: Context, { problem, email = "" }: { problem?: ProblemJson; email?: string } = {}) => {
    const language = speaking(c);
    const ways = await api(c)
      .signInWays()
      .catch(() => ({ mail: true as const, provider: undefined }));
    const kept = c.req.query("kept") !== undefined;
    const body = (
      <SignIn
        {...{ language, back: back(c), kept, email }}
        {...(ways.provider !== undefined && { provider: ways.provider })}
        {...(problem && { problem })}
      />
    );
    return framed(c, { language, title: SIGN_IN[language].title, body, status: problem?.status ?? 200 });
  };

  const posted = (path: string, act: (c: Context, fields: Fields) => Promise<Response>) =>
    app.post(path, bodyLimit({ maxSize: MAX_FORM, onError: (c) => elsewhere(c, 413) }), async (c) => {
      const fields = fieldsOf(await sentIn(c));
      return isFromElsewhere(c) ? await elsewhere(c, 403) : await act(c, fields);
    });
  const elsewhere = async (c: Context, status: number) => {
    const [title, detail, hint] = SITE_WORDS[speaking(c)].elsewhere;
    return await show(c, { problem: { type: "about:blank", status, code: "elsewhere", title, detail, hint } });
  };

  const signedIn = async (c: Context, by: Parameters<ReturnType<typeof api>["signIn"]>[0], key: string, to: string) => {
    try {
      const label = browserOf(c.req.header("user-agent") ?? "");
      const { token } = await clientWith(ask, speaking(c)).signIn({ ...by, label }, key);
      holdSession(c, token, cookies);
      return c.body(null, 303, { ...HEADERS, location: to });
    } catch (error) {
      return await show(c, { problem: problemOf(asAnswer(error), speaking(c)) });
    }
  };

  app.get("/sign-in", (c) => show(c));
  posted("/sign-in", async (c, fields) => {
    const [email, key] = [fields.text("email"), keyIn(fields)];
    const language = speaking(c);
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
      const { wrongEmail: title } = SIGN_IN[language];
      const problem = { type: "about:blank", status: 422, code: "bad-input", title, detail: "", hint: "" };
      return await show(c, { problem, email: email.slice(0, 320) });
    }
    const browser = readCookie(c, "browser", cookies) ?? newKey();
    writeCookie(c, "browser", browser, { ...cookies, seconds: DAY });
    try {
      await clientWith(ask, language).askSignIn({ email, browser, back: ownPath(fields.text("back") || "/") }, key);
    } catch (error) {
      return await show(c, { problem: problemOf(error, language), email });
    }
    return c.body(null, 303, { ...HEADERS, location: "/sign-in/sent" });
  });
  app.get("/sign-in/sent", (c) => {
    const language = speaking(c);
    return framed(c, { language, title: SIGN_IN[language].sent, body: <SentPage language={language} /> });
  });
  posted("/sign-in/key", async (c, fields) =>
    signedIn(c, { token: fields.text("token") }, keyIn(fields), ownPath(fields.text("back") || "/")),
  );
  app.get("/sign-in/provider", async (c) => {
    try {
      const { location, carry } = await clientWith(ask, speaking(c)).visitProvider(callbackOf(c));
      writeCookie(c, "carry", `${carry}.${Buffer.from(back(c)).toString("base64url")}`, { ...cookies, seconds: VISIT });
      return c.body(null, 303, { ...HEADERS, location });
    } catch (error) {
      return await show(c, { problem: problemOf(error, speaking(c)) });
    }
  });
  app.get("/sign-in/callback", async (c) => {
    const [carry = "", to = ""] = (readCookie(c, "carry", cookies) ?? "").split(".");
    writeCookie(c, "carry", "", { ...cookies, seconds: 0 });
    const callback = `${callbackOf(c)}${new URL(c.req.url).search}`;
    return await signedIn(c, { callback, carry }, newKey(), ownPath(Buffer.from(to, "base64url").toString() || "/"));
  });
  app.get("/sign-in/:token", (c) => {
    const language = speaking(c);
    const body = <Confirm language={language} action={`/sign-in/${c.req.param("token")}`} back={back(c)} />;
    return framed(c, { language, title: SIGN_IN[language].title, body });
  });
  posted("/sign-in/:token", async (c, fields) => {
    const browser = readCookie(c, "browser", cookies) ?? newKey();
    const by = { link: (c.req.param("token") ?? "").slice(0, 200), browser };
    return await signedIn(c, by, keyIn(fields), ownPath(fields.text("back") || "/"));
  });
  posted("/sign-out", async (c) => {
    await api(c)
      .endSession("current")
      .catch(() => undefined);
    // A session that has ended still says whose it is what another page of theirs sends yet (see site.tsx).
    const ended = readCookie(c, "session", cookies);
    if (ended !== undefined) writeCookie(c, "left", ended, { ...cookies, seconds: DAY });
    writeCookie(c, "session", "", { ...cookies, seconds: 0 });
    return c.body(null, 303, { ...HEADERS, location: "/sign-in" });
  });

  const callbackOf = (c: Context) => `${cookies.base() ?? new URL(c.req.url).origin}/sign-in/callback`;
}

/** A way that is none is no session that has ended: it is told as it is. */
const asAnswer = (error: unknown) =>
  error instanceof ApiError && error.problem.status === 422 ? new ApiError({ ...error.problem, status: 401 }) : error;

/** A browser and its machine as their owner knows them: «Firefox, Windows». */
export function browserOf(agent: string): string {
  const browser = [
    ["Edg/", "Edge"],
    ["OPR/", "Opera"],
    ["Firefox/", "Firefox"],
    ["Chrome/", "Chrome"],
    ["Safari/", "Safari"],
  ];
  const machine = [
    ["iPhone", "iPhone"],
    ["iPad", "iPad"],
    ["Android", "Android"],
    ["Windows", "Windows"],
    ["Mac OS", "Mac"],
    ["Linux", "Linux"],
  ];
  const found = (names: string[][]) => names.find(([sign = "-"]) => agent.includes(sign))?.[1];
  return [found(browser), found(machine)].filter(Boolean).join(", ") || "?";
}
