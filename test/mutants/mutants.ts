export interface Mutant {
  readonly name: string;
  /** The patch `NAME.patch` beside this file; of the mutant's own name unless told. */
  readonly patch?: string;
  readonly test: string;
  readonly project: 'fast' | 'db' | 'fault';
  /** Runs only the tests whose title fits. */
  readonly title?: string;
  /** What the red test says: that it found the fault, rather than failed for another reason. */
  readonly finds: RegExp;
}

/** Shipped code broken in the ways that matter most, each with the test that must find it. */
export const mutants: readonly Mutant[] = [
  {
    name: 'sort-by-arrival',
    test: 'packages/core/src/resolve/who-is-who.test.ts',
    project: 'fast',
    finds: /Property failed|AssertionError/,
  },
  {
    name: 'set-aside-dropped',
    test: 'test/bad-input.db.test.ts',
    project: 'db',
    title: 'of 32 kB is taken|with depth 5,000',
    finds: /AssertionError/,
  },
  {
    name: 'deduplication-token-removed',
    test: 'test/faults/same-group-twice.db.test.ts',
    project: 'db',
    finds: /AssertionError: expected \d+ to be \d+/,
  },
  {
    name: 'cursor-outside-the-transaction',
    test: 'test/properties/identity-through-postgres.db.test.ts',
    project: 'db',
    finds: /AssertionError|undo of world|order of world/,
  },
  {
    name: 'fence-removed',
    test: 'test/faults/paused-worker.fault.test.ts',
    project: 'fault',
    finds: /the stale batch was not refused|AssertionError/,
  },
  {
    name: 'answer-before-commit',
    test: 'test/faults/fsync-audit.fault.test.ts',
    project: 'fault',
    finds: /[1-9]\d* requests answered before their commit/,
  },
  {
    name: 'fsync-off',
    test: 'test/faults/fsync-audit.fault.test.ts',
    project: 'fault',
    finds: /[1-9]\d* commits answered before their fdatasync/,
  },
  {
    name: 'answer-before-commit-under-kills',
    patch: 'answer-before-commit',
    test: 'test/faults/kills.fault.test.ts',
    project: 'fault',
    finds: /"lost":[1-9]/,
  },
];
