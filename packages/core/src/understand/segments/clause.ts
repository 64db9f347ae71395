import { z } from 'zod';
import { durationSchema } from './duration.js';
import { interactionFilterSchema, propertyPathSchema } from './interaction-filter.js';
import { numberTestSchema } from './number-test.js';
import { segmentWindowSchema } from './segment-window.js';
import { valueTestSchema } from './value-test.js';

const within = z.exactOptional(segmentWindowSchema);

/** A golden trait passes a test. */
const traitClause = z.strictObject({
  type: z.literal('trait'),
  trait: z.string().min(1).max(200),
  test: valueTestSchema,
});

/** It happened so often; at least once if nothing is said. */
const didClause = z.strictObject({
  type: z.literal('did'),
  what: interactionFilterSchema,
  times: z.exactOptional(numberTestSchema),
  in: within,
});

/** The sum of values in one currency, or of a property's numbers. Over nothing it is 0; what has no value adds nothing. */
const sumClause = z.strictObject({
  type: z.literal('sum'),
  what: interactionFilterSchema,
  of: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('value'), currency: z.string().regex(/^[A-Z]{3}$/) }),
    z.strictObject({ type: z.literal('property'), path: propertyPathSchema }),
  ]),
  test: numberTestSchema,
  in: within,
});

/** The first or the last of all that ever happened fits `was`, and lies in the window. Who never did it is not meant. */
const edgeClause = z.strictObject({
  type: z.enum(['first', 'last']),
  what: interactionFilterSchema,
  was: z.exactOptional(interactionFilterSchema),
  in: within,
});

/** So long ago was the first or the last time. Who never did it is not meant. */
const sinceClause = z.strictObject({
  type: z.literal('since'),
  which: z.enum(['first', 'last']),
  what: interactionFilterSchema,
  atLeast: z.exactOptional(durationSchema),
  lessThan: z.exactOptional(durationSchema),
});

/** One thing after the other; `within` and `without` are about the way from the step before. */
const sequenceClause = z.strictObject({
  type: z.literal('sequence'),
  steps: z
    .array(
      z.strictObject({
        what: interactionFilterSchema,
        within: z.exactOptional(durationSchema),
        without: z.exactOptional(interactionFilterSchema),
      }),
    )
    .min(2)
    .max(5)
    .readonly(),
  in: within,
});

/** Who is in another segment. */
const memberClause = z.strictObject({ type: z.literal('member'), segment: z.uuid() });

export type TraitClause = z.infer<typeof traitClause>;
export type SumClause = z.infer<typeof sumClause>;
export type EdgeClause = z.infer<typeof edgeClause>;
export type SinceClause = z.infer<typeof sinceClause>;
export type SequenceClause = z.infer<typeof sequenceClause>;
export type MemberClause = z.infer<typeof memberClause>;
export type DidClause = z.infer<typeof didClause>;
/** About what happened. */
export type DeedClause = DidClause | SumClause | EdgeClause | SinceClause | SequenceClause;
export type GroupClause =
  | { readonly type: 'all'; readonly of: readonly Clause[] }
  | { readonly type: 'any'; readonly of: readonly Clause[] }
  | { readonly type: 'not'; readonly of: Clause };
export type Clause = TraitClause | DeedClause | MemberClause | GroupClause;

export const clauseSchema: z.ZodType<Clause> = z.lazy(() =>
  z.discriminatedUnion('type', [
    traitClause,
    ...[didClause, sumClause, edgeClause, sinceClause, sequenceClause, memberClause],
    z.strictObject({ type: z.enum(['all', 'any']), of: z.array(clauseSchema).min(1).max(50).readonly() }),
    z.strictObject({ type: z.literal('not'), of: clauseSchema }),
  ]),
);

export function isDeed(clause: Clause): clause is DeedClause {
  return ['did', 'sum', 'first', 'last', 'since', 'sequence'].includes(clause.type);
}
