/** What is wrong with a condition, and where. */
export type ConditionProblem = { readonly path: string } & (
  | {
      readonly type: 'unknown';
      readonly field: 'trait' | 'name' | 'channel' | 'touchpoint' | 'location' | 'reason' | 'source' | 'segment';
      readonly value: string;
      /** The known one that is spelt most like it. */
      readonly nearest: string | null;
    }
  | { readonly type: 'circle'; readonly segments: readonly string[] }
  | { readonly type: 'window-ends-first' }
  | { readonly type: 'window-lies-ahead' }
  | { readonly type: 'window-open' }
  | { readonly type: 'bounds-cross' }
  | { readonly type: 'number-too-large' }
  | { readonly type: 'since-open' }
  | { readonly type: 'first-step' }
  | { readonly type: 'too-many-clauses'; readonly most: number }
  | { readonly type: 'too-deep'; readonly most: number }
  | { readonly type: 'too-long'; readonly most: number }
);
