/**
 * Lets a transaction compute on while statements are under way that it does not need the answer of: `send` takes each as it was begun. Resolves
 * when all of them have ended; rejects with what the first failed with, and not before the last has ended, so that nothing comes after a rollback.
 * Of a client in pipeline mode they run in the order in which they were begun.
 */
export async function inFlight(work: (send: (statement: Promise<unknown>) => void) => Promise<void>): Promise<void> {
  const sent: Promise<unknown>[] = [];
  const send = (statement: Promise<unknown>): void => {
    // Whoever waits for all of them hears of it.
    statement.catch(() => undefined);
    sent.push(statement);
  };
  const [worked] = await Promise.allSettled([work(send)]);
  const ended = await Promise.allSettled(sent);
  for (const each of [...ended, worked]) if (each.status === 'rejected') throw each.reason;
}
