// Why a command ends without having done what it was asked.

/** What went wrong and what to do about it; `errors` where there are several places to mend. */
export type Said = { detail: string; hint: string };
export type Fault = { path: string; message: string; hint?: string; line?: number; column?: number };

/** A command refused or broken off. `usage`: it was written wrongly, and exits 2. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: string;
  readonly hint: string;
  readonly errors: Fault[];

  constructor(code: string, { detail, hint }: Said, errors: Fault[] = []) {
    super(detail);
    this.code = code;
    this.hint = hint;
    this.errors = errors;
  }
}

/** The command line itself is wrong. */
export const usage = (said: Said): Failure => new Failure(USAGE, said);

export const USAGE = "usage";
