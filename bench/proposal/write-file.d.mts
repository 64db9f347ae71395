/** One export with known truth. */
export interface WrittenFile {
  readonly seed: number;
  readonly kind: string;
  readonly country: string;
  readonly language: string;
  readonly name: string;
  readonly delimiter: string;
  readonly currency: string;
  readonly columns: readonly { readonly header: string; readonly isNonsense: boolean; readonly truth: string }[];
  readonly rows: readonly (readonly string[])[];
}

export function writeFile(seed: number, nonsenseShare?: number): WrittenFile;
