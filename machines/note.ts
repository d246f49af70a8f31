// Letters outside any network: what they say is rendered by the mail room.

/** To whom, and about what. `url`: what its one link opens. */
export type Note = { to: { name: string; email: string; language: "da" | "en" } } & (
  | { kind: "sign-in"; url: string; minutes: number }
  | { kind: "retention"; url: string; network: string; day: string }
  | { kind: "theme-decided"; url: string; theme: string; outcome: "yes" | "no" | "wait"; reason?: string }
);
