import { parentPort } from 'node:worker_threads';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ThreadAnswer, ThreadQuestion } from './answering-thread.js';

/** The other side of an `AnsweringThread`: answers in the order of the questions. An error that is none of ours ends the thread. */
export function answerQuestions<Question, Answer>(answerTo: (question: Question) => Promise<Answer>): void {
  const port = parentPort;
  if (port === null) throw new Error('this file is started as a thread');
  let before: Promise<void> = Promise.resolve();
  port.on('message', ({ number, question }: ThreadQuestion<Question>) => {
    before = before.then(async () => {
      port.postMessage(await said(number, answerTo(question)));
    });
  });
}

async function said<Answer>(number: number, answering: Promise<Answer>): Promise<ThreadAnswer<Answer>> {
  try {
    return { number, type: 'answer', answer: await answering };
  } catch (error) {
    if (!ThroughlineError.is(error)) throw error;
    const { code, message, details } = error;
    return { number, type: 'failed', code, message, ...(details === undefined ? {} : { details }) };
  }
}
