/**
 * How the value we use is chosen: what the most trusted source says now, what was said last, or first, or most often; of what the sources
 * say now, the most complete, the highest (latest) or the lowest (earliest).
 */
export const traitChoices = [
  'trusted',
  'latest',
  'first',
  'most-frequent',
  'most-complete',
  'highest',
  'lowest',
] as const;
export type TraitChoice = (typeof traitChoices)[number];

/** A way of choosing, and, if told, whom to believe first about this trait, by public ids of sources; the others follow by their trust. */
export type GoldenTraitRule = TraitChoice | { readonly choose: TraitChoice; readonly sources: readonly string[] };

export const choiceOf = (rule: GoldenTraitRule): TraitChoice => (typeof rule === 'string' ? rule : rule.choose);

/** Sources to believe first about a trait. */
export const sourcesOf = (rule: GoldenTraitRule): readonly string[] => (typeof rule === 'string' ? [] : rule.sources);
