/** What one calendar month brought; months in which nothing happened may be missing. */
export interface LearnedInMonth {
  /** `2026-05`, in the zone of the workspace. */
  readonly month: string;
  /** Customers, as they are known today, whom a system made known for the first time. */
  readonly met: number;
  /** Customers, as they are known today, whom a second system made known. */
  readonly shared: number;
  /** Joins and splits as they were made then, whether they still hold or not. */
  readonly joined: number;
  readonly split: number;
}

/** How far the systems knew the same people at the end of a month. */
export interface JoinProgress {
  readonly month: string;
  readonly people: number;
  /** Those of them whom two systems or more knew. */
  readonly shared: number;
  readonly joined: number;
  readonly split: number;
}

/** Adds months up, each from the first to the last, in order; between them none is missing. */
export function joinProgress(learned: readonly LearnedInMonth[]): readonly JoinProgress[] {
  const byMonth = new Map(learned.map((one) => [one.month, one]));
  const months = [...byMonth.keys()].sort();
  const last = months.at(-1) ?? '';
  const progress: JoinProgress[] = [];
  let people = 0;
  let shared = 0;
  for (let month = months[0] ?? ''; month !== '' && month <= last; month = monthAfter(month)) {
    const one = byMonth.get(month);
    people += one?.met ?? 0;
    shared += one?.shared ?? 0;
    progress.push({ month, people, shared, joined: one?.joined ?? 0, split: one?.split ?? 0 });
  }
  return progress;
}

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
