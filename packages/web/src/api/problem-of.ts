import { word } from '../words/word.js';
import { ApiProblem } from './api-problem.js';

/** Reads problem+json, and better-auth's `{code, message}`. */
export function problemOf(status: number, answer: unknown): ApiProblem {
  const fields = typeof answer === 'object' && answer !== null ? (answer as Readonly<Record<string, unknown>>) : {};
  const text = (name: string) => (typeof fields[name] === 'string' ? (fields[name] as string) : null);
  const fallback = word(status >= 500 ? 'problem.server' : 'problem.refused', { status });
  const message = text('detail') ?? text('message') ?? text('title') ?? fallback;
  return new ApiProblem(status, text('code'), message, text('requestId'));
}
