/** What made persons change: messages, or which command. */
export const changeCauses = ['messages', 'decision', 'match-undone', 'import-undone', 'rules'] as const;
export type ChangeCause = (typeof changeCauses)[number];

/**
 * joined: `from` is no person of its own any more. split: `to` was none before. moved: both were and both are, and some identifiers went from
 * one to the other.
 */
export interface PersonChange {
  readonly kind: 'joined' | 'split' | 'moved';
  /** Persons, by their first node. */
  readonly from: number;
  readonly to: number;
  /** How many identifiers went. */
  readonly identifiers: number;
}

/** What moves of nodes mean for the persons; `before` and `after` are all persons of what was recomputed, without nodes that are new. */
export function personChanges(
  moved: readonly { readonly person: number; readonly was: number }[],
  before: ReadonlySet<number>,
  after: ReadonlySet<number>,
): readonly PersonChange[] {
  const changes = new Map<string, { -readonly [K in keyof PersonChange]: PersonChange[K] }>();
  for (const { person: to, was: from } of moved) {
    const known = changes.get(`${from}/${to}`);
    if (known !== undefined) {
      known.identifiers += 1;
      continue;
    }
    const kind = !after.has(from) ? 'joined' : before.has(to) ? 'moved' : 'split';
    changes.set(`${from}/${to}`, { kind, from, to, identifiers: 1 });
  }
  return [...changes.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}
