// What can be wrong with the store, told in both languages: what it is, and what to do next.

export type StoreErrorCode =
  | "in-use"
  | "not-writable"
  | "bad-url"
  | "unreachable"
  | "migration"
  | "no-network"
  | "out-of-order"
  | "apart"
  | "repeated"
  | "unstorable";

type Said = { message: string; hint: string };

/** An error of the store that a person can do something about. `message` and `hint` are English, `da` is both in Danish. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;
  readonly hint: string;
  readonly da: Said;

  constructor(code: StoreErrorCode, said: { en: Said; da: Said }, cause?: unknown) {
    super(said.en.message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = said.en.hint;
    this.da = said.da;
  }
}
