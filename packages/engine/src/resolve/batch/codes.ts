import type { MatchKind, MatchStrength } from '@throughline/core/resolve/match-record';

/** How kinds and strengths of matches are stored. */
export const matchKindCode: Readonly<Record<MatchKind, number>> = { message: 1, alias: 2, same: 3, different: 4 };
export const matchStrengthCode: Readonly<Record<MatchStrength, number>> = { weak: 1, strong: 2, decision: 3 };

export function matchKindOf(code: number): MatchKind {
  const found = (Object.keys(matchKindCode) as MatchKind[]).find((kind) => matchKindCode[kind] === code);
  if (found === undefined) throw new Error(`no kind of match has the code ${code}`);
  return found;
}

export function matchStrengthOf(code: number): MatchStrength {
  const found = (Object.keys(matchStrengthCode) as MatchStrength[]).find(
    (strength) => matchStrengthCode[strength] === code,
  );
  if (found === undefined) throw new Error(`no strength of match has the code ${code}`);
  return found;
}
