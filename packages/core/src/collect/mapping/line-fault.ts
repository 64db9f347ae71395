import { setAside } from '../set-aside.js';
import type { SetAsideCode } from '../set-aside-reason.js';

/** Why a line could not be applied. `line` counts from 1 as an editor does, the header included. */
export interface LineFault {
  readonly line: number;
  readonly column: string;
  readonly code: SetAsideCode;
  readonly message: string;
}

export function lineFault(
  code: SetAsideCode,
  line: number,
  column: string,
  values: Readonly<Record<string, unknown>> = {},
): LineFault {
  return { line, column, code, message: setAside(code, { ...values, line, column }).message };
}
