/** What one source knows somebody by. */
export interface KnownBy {
  readonly source: number;
  readonly namespace: string;
}

/** So many people about whom the same sources know the same kinds of identifier. */
export interface KnownPattern {
  readonly recognised: boolean;
  readonly people: number;
  /** Each pair once. */
  readonly known: readonly KnownBy[];
}
