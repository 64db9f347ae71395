/*
 * The life of an import. The row in `import_run` is its state; whoever restarts the server finds it there and goes on.
 *
 *                         files sent
 *   (made) ─► waiting ───────────────► running ──everything is in the log──► resolving ──resolved──► done
 *                                      │  ▲                                      │                    │
 *                    the file is wrong ▼  │ started again                        │                    │
 *                                     failed                                     │                    │
 *                                      │                                         ▼                    ▼
 *                                      └──────────────── undo ─────────────► undoing ──resolved──► undone
 *
 * - running: each batch is appended, then its resume point is stored. After a crash in between, the batch is made again, found in the log
 *   and passed over, so nothing is counted twice. That a log or disk is busy is no failure: the run waits and goes on.
 * - undo stops a run first. The command stands in the log behind everything the import appended.
 * - A dry run goes waiting → running → done and appends nothing; it is no import and is forgotten a day later.
 */
export const importStates = ['waiting', 'running', 'resolving', 'done', 'failed', 'undoing', 'undone'] as const;
export type ImportState = (typeof importStates)[number];
