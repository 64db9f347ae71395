import type { Sentence } from '../proposal/sentence.js';
import type { Reason } from '../reason.js';
import { setAside } from '../set-aside.js';
import type { SetAsideCode } from '../set-aside-reason.js';

/** Why a line could not be applied. `line` counts from 1 as an editor does, the header included. */
export interface LineFault extends Reason {
  readonly line: number;
  readonly column: string;
}

export function lineFault(
  code: SetAsideCode,
  line: number,
  column: string,
  values: Readonly<Record<string, unknown>> = {},
): LineFault {
  return { line, column, code, values: setAside(code, { ...values, line, column }).values };
}

/** A line that cannot be read at all, for a reason that has a sentence of its own. */
export function unreadableLine(line: number, column: string, reason: Sentence): LineFault {
  return { line, column, code: 'line.unreadable', values: { line, reason } };
}
