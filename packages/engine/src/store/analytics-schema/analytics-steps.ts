import { interactionsStep } from './0001-interactions.sql.js';
import type { SchemaStep } from './schema-step.js';

/** All steps of the analytics schema, numbered from 1 without gaps; a step that was released is never changed. */
export const analyticsSteps: readonly SchemaStep[] = [interactionsStep];
