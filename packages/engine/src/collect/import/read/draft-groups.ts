import type { SpilledDraft } from './draft-text.js';

/** Lines of one interaction; `isPiece`: it has more lines than fit one interaction, and these are some of them. */
export interface DraftGroup {
  readonly drafts: readonly [SpilledDraft, ...SpilledDraft[]];
  readonly isPiece: boolean;
}

/** More lines than this are no interaction: the mapping groups by the wrong column. */
export const mostLinesOfGroup = 10_000;
const linesOfPiece = 1_000;

/**
 * Collects drafts into their groups, in the order in which groups first appear. A group with too many lines is handed out in pieces
 * as soon as that is known, so that memory stays bounded.
 */
export function* draftGroups(drafts: Iterable<SpilledDraft>): Generator<DraftGroup, void, undefined> {
  const groups = new Map<string, [SpilledDraft, ...SpilledDraft[]]>();
  const tooLarge = new Set<string>();
  for (const spilled of drafts) {
    const { rule, group } = spilled.draft;
    const key = `${rule} ${group}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [spilled]);
    else known.push(spilled);
    const count = groups.get(key)?.length ?? 0;
    if (count > mostLinesOfGroup) tooLarge.add(key);
    if (tooLarge.has(key) && count >= linesOfPiece) {
      const all = groups.get(key) ?? [spilled];
      groups.delete(key);
      for (let at = 0; at < all.length; at += linesOfPiece) {
        const [first, ...rest] = all.slice(at, at + linesOfPiece);
        if (first !== undefined) yield { drafts: [first, ...rest], isPiece: true };
      }
    }
  }
  for (const [key, grouped] of groups) yield { drafts: grouped, isPiece: tooLarge.has(key) };
}
