import type { Proposal } from '@throughline/core/collect/proposal/proposal';
import type { WrittenFile } from './write-file.mjs';

export function judge(
  file: WrittenFile,
  proposal: Proposal,
): {
  readonly isKindRight: boolean;
  readonly kind: string;
  readonly columns: readonly {
    readonly header: string;
    readonly isNonsense: boolean;
    readonly truth: string;
    /** Null: right. */
    readonly fault: string | null;
  }[];
};
