import { z } from 'zod';
import { type Clause, clauseSchema } from './clause.js';

/** Who is meant: the document that a segment keeps. */
export interface Condition {
  readonly version: 1;
  /** By whose clock days and calendar units are: each person's own (the workspace's where it is not known), or the workspace's for all. */
  readonly zone: 'person' | 'workspace';
  readonly where: Clause;
}

export const conditionSchema: z.ZodType<Condition> = z.strictObject({
  version: z.literal(1),
  zone: z.enum(['person', 'workspace']).default('person'),
  where: clauseSchema,
});

/** Characters of a condition, written as JSON without spaces. */
export const longestCondition = 20_000;
/** Clauses of one condition, groups included. */
export const mostClauses = 60;
/** Groups within groups. */
export const deepestClause = 8;
/** The trait that says which zone a person lives in, by its IANA name. */
export const zoneTrait = 'timezone';
/** Of what bears on a sequence, only so many of a person's newest interactions are looked at. */
export const mostOfSequence = 10_000;
