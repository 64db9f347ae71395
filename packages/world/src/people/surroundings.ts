/** What holds for the company as a whole and all who live around it. */
export interface Surroundings {
  readonly seed: number;
  readonly sinceMs: number;
  readonly untilMs: number;
}
