// A real OpenID provider on this machine, whose people sign in without being asked: what they say of themselves is given.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

export type Claims = { email?: string; email_verified?: boolean };
export type TestProvider = {
  settings: { issuer: string; clientId: string; clientSecret: string; name: string };
  /** What whoever comes next says of themselves. */
  claims: Claims;
  /** Follows a browser through the provider and answers the address that it is sent back to. */
  visit(location: string): Promise<string>;
  stop(): Promise<void>;
};

/** Starts it; `callback`: where browsers are sent back to. */
export async function startProvider(callback: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ["fremdrift", "a secret of tests, long enough"];
  const test = { settings: { issuer, clientId, clientSecret, name: "Kommunens login" }, claims: {} as Claims };
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [callback] }],
    cookies: { keys: ["cookie secret of tests"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...test.claims }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    features: { devInteractions: { enabled: false } },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    const isAsked = request.url?.startsWith("/interaction/");
    void (isAsked
      ? provider.interactionFinished(request, response, { login: { accountId: "somebody" } })
      : answer(request, response));
  });
  return {
    ...test,
    get claims() {
      return test.claims;
    },
    set claims(said) {
      test.claims = said;
    },
    visit: async (location) => await follow(location, callback),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function follow(location: string, callback: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = location;
  for (let i = 0; i < 10 && !url.startsWith(callback); i += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const to = response.headers.get("location");
    if (to === null) throw new Error(`the provider stopped at ${url}: ${response.status} ${await response.text()}`);
    url = new URL(to, url).href;
  }
  return url;
}
