// An organisation's own sign-in by OpenID Connect: the authorization code flow with PKCE, state and nonce.
import * as oidc from "openid-client";

export type IdentitySettings = { issuer: string; clientId: string; clientSecret: string; name: string };

type Carried = { state: string; nonce: string; verifier: string };

/**
 * The provider at an issuer, which is asked about itself at the first visit. `begin` answers where to send the browser and
 * what it has to carry; `finish` the address that the provider vouches for, or what it said instead. An issuer on http is
 * taken at its word: it has to be on this machine or behind an own network.
 */
export function createIdentity({ issuer, clientId, clientSecret, name }: IdentitySettings) {
  let known: Promise<oidc.Configuration> | undefined;
  const provider = async () => {
    const options = issuer.startsWith("http:") ? { execute: [oidc.allowInsecureRequests] } : {};
    known ??= oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, options);
    // What failed is asked again next time.
    known.catch(() => (known = undefined));
    return await known;
  };
  return {
    name,
    begin: async (callback: string) => {
      const config = await provider();
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
      const location = oidc.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: "openid email profile",
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state,
        nonce,
      });
      const carry = Buffer.from(JSON.stringify({ state, nonce, verifier } satisfies Carried)).toString("base64url");
      return { location: location.href, carry };
    },
    finish: async (callback: string, carry: string): Promise<{ email: string } | { refused: string }> => {
      const config = await provider();
      const { state, nonce, verifier } = carried(carry);
      try {
        const tokens = await oidc.authorizationCodeGrant(config, new URL(callback), {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const { sub, ...claims } = tokens.claims()!;
        const told =
          claims["email"] === undefined ? await oidc.fetchUserInfo(config, tokens.access_token, sub) : claims;
        const { email, email_verified: verified } = told;
        if (typeof email !== "string") return { refused: "no email" };
        return verified === false ? { refused: "email not verified" } : { email };
      } catch (error) {
        return { refused: said(error) };
      }
    },
  };
}

function carried(carry: string): Carried {
  const none = { state: "-", nonce: "-", verifier: "-" };
  try {
    const read = JSON.parse(Buffer.from(carry, "base64url").toString()) as Partial<Carried>;
    return { ...none, ...read };
  } catch {
    return none;
  }
}

/** The provider's own word, or that of the library for what did not fit. */
function said(error: unknown): string {
  const { error: word, code, message } = error as { error?: string; code?: string; message?: string };
  return String(word ?? code ?? message).slice(0, 100);
}
