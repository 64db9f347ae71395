/** One export with known truth. */
export interface WrittenFile {
  readonly seed: number;
  readonly kind: string;
  readonly country: string;
  readonly language: string;
  readonly name: string;
  readonly delimiter: string;
  readonly currency: string;
  /** How days are written. */
  readonly order: 'dmy' | 'mdy' | 'ymd';
  readonly columns: readonly {
    readonly header: string;
    readonly isNonsense: boolean;
    readonly truth: string;
    readonly reads: { readonly type: 'date' | 'number' | 'score'; readonly decimal?: '.' | ',' } | null;
  }[];
  readonly rows: readonly (readonly string[])[];
}

export function writeFile(seed: number, nonsenseShare?: number): WrittenFile;
