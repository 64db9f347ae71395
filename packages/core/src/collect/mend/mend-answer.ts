/** What somebody says about lines that were set aside; it holds for one column of one import. */
export type MendAnswer =
  /** The year that is not written: the formats begin with `yyyy `, and it is put before the text. */
  | { readonly type: 'year'; readonly year: number; readonly formats: readonly string[] }
  | { readonly type: 'date'; readonly formats: readonly string[] }
  | { readonly type: 'decimal'; readonly decimal: '.' | ',' }
  /** What a value means that is not in the table. */
  | { readonly type: 'value'; readonly from: string; readonly to: string };
