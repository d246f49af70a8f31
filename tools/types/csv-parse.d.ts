// For tsconfig.pure.json only: the package's own types bring Node's along, which the pure rooms are not to see.
// tsconfig.json holds the same code to the package's real types.
export declare class CsvError extends Error {
  code: string;
  lines?: number;
  column?: number | string;
}
export declare function parse(input: string, options: Record<string, unknown>): unknown[];
