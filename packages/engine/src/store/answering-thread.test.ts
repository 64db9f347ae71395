import { describe, expect, it } from 'vitest';
import { AnsweringThread } from './answering-thread.js';

/** A thread that doubles numbers, refuses "refuse" and dies of "die". */
const doubling = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ number, question }) => {
      if (question === 'die') process.exit(1);
      parentPort.postMessage(question === 'refuse'
        ? { number, type: 'failed', code: 'request.invalid', message: 'no' }
        : { number, type: 'answer', answer: question * 2 });
    });`)}`,
);

describe('a thread that answers', () => {
  it('gives each question its own answer', async () => {
    const thread = new AnsweringThread<number, number>(doubling, 'doubling');
    expect(await Promise.all([1, 2, 3].map((n) => thread.ask(n)))).toEqual([2, 4, 6]);
  });

  it('passes on what an answer failed with', async () => {
    const thread = new AnsweringThread<number | string, number>(doubling, 'doubling');
    await expect(thread.ask('refuse')).rejects.toMatchObject({ code: 'request.invalid', message: 'no' });
    expect(await thread.ask(4)).toBe(8);
  });

  it('fails what was asked when it dies, and is started again by the next question', async () => {
    const thread = new AnsweringThread<number | string, number>(doubling, 'doubling');
    const asked = [thread.ask('die'), thread.ask(1)];
    for (const outcome of await Promise.allSettled(asked)) expect(outcome.status).toBe('rejected');
    expect(await thread.ask(5)).toBe(10);
  });
});
