/*
 * The life of a sample company. The row in `sample_company` is its state; whoever restarts the server finds it there and goes on.
 *
 *   (made) ─► loading ──all is in the log, resolved and in the analytics engine──► loaded
 *              │ ▲  │                                                               │
 *        wrong ▼ │  │ asked again                                                   │
 *            failed │                                                               │
 *              │    └──────────────────── remove ──────► removing ◄─────────────────┘
 *              └────────────────────────────────────────────┘ │ nothing of the workspace is left
 *                                                             ▼
 *                                                          (gone)
 *
 * - loading: files go one after the other, in parts. After a crash between a part and the note of it the part comes again; its messages carry
 *   ids, so each counts once, and an import knows itself how far it came.
 * - removing: nobody gets in any more, and each step may be done twice.
 */
export const sampleStates = ['loading', 'loaded', 'failed', 'removing'] as const;
export type SampleState = (typeof sampleStates)[number];

/** One file of a system, and how far it came. */
export interface SampleFileProgress {
  /** Name of the source, as people see it. */
  readonly source: string;
  /** Its path in the company's folder. */
  readonly name: string;
  readonly kind: 'tracking' | 'import';
  readonly lines: number;
  readonly done: number;
  /** Id of the import that reads it. */
  readonly import?: string;
}
