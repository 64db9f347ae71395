import { say } from '../words/say.js';
import type { SetAsideCode } from './set-aside-reason.js';

/** Kept, not applied, and why. `message` is one sentence for a person; it quotes field names and choices, never ids or traits. */
export interface SetAside {
  readonly type: 'set-aside';
  readonly code: SetAsideCode;
  readonly message: string;
}

/** Says why something is set aside. Texts are cut to what fits a sentence; of what is neither text nor number only its type is said. */
export function setAside(code: SetAsideCode, values: Readonly<Record<string, unknown>> = {}): SetAside {
  const quoted: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    quoted[name] = typeof value === 'number' ? value : quotable(typeof value === 'string' ? value : typeName(value));
  }
  return { type: 'set-aside', code, message: say(`collect.set-aside.${code}`, quoted) };
}

const longestQuote = 60;

function quotable(text: string): string {
  const plain = text.slice(0, longestQuote + 1).replace(/[\p{C}\s]+/gu, ' ');
  return plain.length > longestQuote ? `${plain.slice(0, longestQuote)}…` : plain;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}
