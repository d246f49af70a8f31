// Signing in and out, as JSON.
import { z } from "@hono/zod-openapi";

const SECRET = z.string().min(16).max(200);

export const WaysShape = z
  .object({
    mail: z.literal(true),
    provider: z.string().optional().describe("name of the organisation's own sign-in, where there is one"),
  })
  .openapi("SignInWays");

export const NewSignInShape = z
  .strictObject({
    // Anything else may be one; a control sign is in none, and not every one of them can be looked up.
    email: z
      .string()
      .max(320)
      .regex(/^\P{Cc}*$/u),
    browser: SECRET.describe("a secret of the browser, which has to come again with the link"),
    back: z.string().max(500).optional().describe("the page to go on with"),
  })
  .openapi("NewSignIn");
export const SignInShape = z.object({ minutes: z.number().describe("how long the link holds") }).openapi("SignIn");

export const NewProviderVisitShape = z
  .strictObject({ callback: z.url().max(500).describe("where the provider sends the browser back") })
  .openapi("NewProviderVisit");
export const ProviderVisitShape = z
  .object({
    location: z.string().describe("where to send the browser"),
    carry: z.string().describe("to be sent again with what the provider answers; a secret of the browser"),
  })
  .openapi("ProviderVisit");

export const NewSessionShape = z
  .union([
    z.strictObject({ link: z.string().max(200), browser: SECRET, label: z.string().max(100).optional() }),
    z.strictObject({ callback: z.url().max(4000), carry: z.string().max(2000), label: z.string().max(100).optional() }),
    z.strictObject({ token: z.string().max(500), label: z.string().max(100).optional() }),
  ])
  .describe("by a link from a mail, by what a provider answered, or by a token")
  .openapi("NewSession");
export const NewSessionMadeShape = z
  .object({ token: z.string().describe("told here only"), expires: z.string(), email: z.string().optional() })
  .openapi("NewSessionMade");

export const SessionShape = z
  .object({
    id: z.string(),
    label: z.string(),
    created: z.string(),
    seen: z.string(),
    expires: z.string(),
    current: z.boolean(),
  })
  .openapi("Session");
export const EndedSessionShape = z.object({ id: z.string(), ended: z.literal(true) }).openapi("EndedSession");

const FIELDS = z.array(z.tuple([z.string().max(200), z.string().max(200_000)])).max(1000);
export const NewDraftShape = z
  .strictObject({ page: z.string().max(500).describe("its path"), fields: FIELDS })
  .openapi("NewDraft");
export const DraftShape = z.object({ id: z.string(), page: z.string(), fields: FIELDS }).openapi("Draft");

export type WaysJson = z.infer<typeof WaysShape>;
export type NewSessionJson = z.infer<typeof NewSessionShape>;
export type NewSessionMadeJson = z.infer<typeof NewSessionMadeShape>;
export type ProviderVisitJson = z.infer<typeof ProviderVisitShape>;
export type SessionJson = z.infer<typeof SessionShape>;
export type DraftJson = z.infer<typeof DraftShape>;
export type NewDraftJson = z.infer<typeof NewDraftShape>;
