/** How far bringing a version of the rules into force has come, in identifiers. */
export interface RuleProgress {
  readonly version: number;
  readonly done: number;
  readonly total: number;
}
