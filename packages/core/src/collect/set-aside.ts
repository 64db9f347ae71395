import type { Sentence } from './proposal/sentence.js';
import type { Reason, ReasonSentence } from './reason.js';
import type { SetAsideCode } from './set-aside-reason.js';

/** Kept, not applied, and why. */
export interface SetAside extends Reason {
  readonly type: 'set-aside';
}

/** Says why something is set aside. Texts are cut to what fits a sentence; of what is neither text nor number only its type is said. */
export function setAside(code: SetAsideCode, values: Readonly<Record<string, unknown>> = {}): SetAside {
  const quoted = Object.entries(values).map(([name, value]) => [name, quotable(value)]);
  return { type: 'set-aside', code, values: Object.fromEntries(quoted) };
}

/** Sets aside for a problem that has a sentence of its own, or that another library says. */
export function unusable(code: SetAsideCode, problem: ReasonSentence | string): SetAside {
  return typeof problem === 'string' ? setAside(code, { problem }) : { type: 'set-aside', code, values: { problem } };
}

const longestQuote = 60;

function quotable(value: unknown): string | number | Sentence {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return { key: 'collect.value-type', values: { type: typeName(value) } };
  const plain = value.slice(0, longestQuote + 1).replace(/[\p{C}\s]+/gu, ' ');
  return plain.length > longestQuote ? `${plain.slice(0, longestQuote)}…` : plain;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
