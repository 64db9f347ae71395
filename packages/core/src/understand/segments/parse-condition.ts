import { z } from 'zod';
import { nestingDepth } from '../../collect/nesting-depth.js';
import { ThroughlineError } from '../../errors/throughline-error.js';
import { type Condition, conditionSchema, deepestClause } from './condition.js';

/** A clause and its list are two levels; below the deepest clause stands little. */
const deepestJson = 2 * deepestClause + 10;

/** Reads a condition from outside. Throws `segment.condition-invalid`, naming every place that is wrong. */
export function parseCondition(document: unknown): Condition {
  if (nestingDepth(document) > deepestJson)
    throw new ThroughlineError(
      'segment.condition-invalid',
      `the condition has groups within groups more than ${deepestClause} deep: write it flatter, or give a part of it a segment of its own`,
    );
  const parsed = conditionSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  throw new ThroughlineError(
    'segment.condition-invalid',
    `the condition cannot be read: ${z.prettifyError(parsed.error)}`,
    { details: { issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) } },
  );
}
