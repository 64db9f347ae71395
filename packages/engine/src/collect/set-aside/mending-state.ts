/*
 * The life of a mending: what somebody ordered to be done with everything that waits for one reason. The row in `mending` is its state;
 * whoever restarts the server finds it there and goes on.
 *
 *   (ordered) ─► running ──nothing of it waits any more, or cannot be applied──► done
 *                  │ ├───it cannot be done at all──────────────────────────────► failed
 *                  │ └───somebody stopped it───────────────────────────────────► stopped
 *
 * - Items are dealt with in the order of receipt, a batch at a time. What a batch puts into the log, that its items are decided, and how
 *   far the mending came are one commit: a crash leaves all of it or nothing, and nothing is read twice.
 * - An item that somebody decided on meanwhile keeps that decision; the batch is read again without it.
 * - What is received after it was ordered is left alone, so it ends.
 * - Ordered twice while it runs, it is done once; of another order for the same items only one at a time runs.
 */
export const mendingStates = ['running', 'done', 'failed', 'stopped'] as const;
export type MendingState = (typeof mendingStates)[number];
