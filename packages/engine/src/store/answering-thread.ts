import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '@throughline/core/errors/error-catalogue';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';

export interface ThreadQuestion<Question> {
  readonly number: number;
  readonly question: Question;
}

export type ThreadAnswer<Answer> =
  | { readonly number: number; readonly type: 'answer'; readonly answer: Answer }
  | {
      readonly number: number;
      readonly type: 'failed';
      readonly code: ErrorCode;
      readonly message: string;
      readonly details?: Readonly<Record<string, unknown>>;
    };

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

const endsAfterMs = 60_000;

/**
 * A thread that computes answers, so that no other request waits for them. It is started by the first question, works on one after the other,
 * and ends a minute after the last. Running out of its memory fails what was asked, not the server. Its entry calls `answerQuestions`.
 */
export class AnsweringThread<Question, Answer> {
  readonly #entry: URL;
  readonly #name: string;
  readonly #mostMegabytes: number;
  readonly #waiting = new Map<number, Waiting<Answer>>();
  #thread: Worker | undefined;
  #end: NodeJS.Timeout | undefined;
  #asked = 0;

  constructor(entry: URL, name: string, mostMegabytes = 256) {
    this.#entry = entry;
    this.#name = name;
    this.#mostMegabytes = mostMegabytes;
  }

  /** Rejects with what the answer failed with. */
  ask(question: Question): Promise<Answer> {
    clearTimeout(this.#end);
    const thread = this.#started();
    const number = this.#asked++;
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      thread.postMessage({ number, question } satisfies ThreadQuestion<Question>);
    });
  }

  /** Ends the thread, whatever it is at, and fails what was asked; the next question starts another. */
  stop(): void {
    const thread = this.#thread;
    if (thread === undefined) return;
    this.#fail(thread, new Error(`the thread ${this.#name} was stopped`));
    void thread.terminate();
  }

  #started(): Worker {
    if (this.#thread !== undefined) return this.#thread;
    const thread = new Worker(this.#entry, {
      name: this.#name,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#mostMegabytes, maxYoungGenerationSizeMb: 24 },
    });
    thread.unref();
    thread.on('message', (message: ThreadAnswer<Answer>) => this.#take(message));
    thread.on('error', (error) => this.#fail(thread, error));
    thread.on('exit', () => this.#fail(thread, new Error(`the thread ${this.#name} ended`)));
    this.#thread = thread;
    return thread;
  }

  #take(message: ThreadAnswer<Answer>): void {
    const waiting = this.#waiting.get(message.number);
    this.#waiting.delete(message.number);
    if (message.type === 'answer') waiting?.resolve(message.answer);
    else waiting?.reject(new ThroughlineError(message.code, message.message, message));
    if (this.#waiting.size > 0) return;
    this.#end = setTimeout(() => void this.#thread?.terminate(), endsAfterMs);
    this.#end.unref();
  }

  #fail(thread: Worker, error: unknown): void {
    if (this.#thread !== thread) return;
    this.#thread = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }
}
