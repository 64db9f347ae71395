import type { ClickHouseClient } from '@clickhouse/client';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { checkCondition } from '@throughline/core/understand/segments/check-condition';
import type { Condition } from '@throughline/core/understand/segments/condition';
import { problemInWords } from '@throughline/core/understand/segments/problem-in-words';
import { wordsIn } from '@throughline/core/words/words-in';
import type { ClientBase } from 'pg';
import { readLag } from '../../resolve/lag/lag.sql.js';
import { findMembers } from './find-members.js';
import { readSegmentFrame } from './persons.sql.js';
import { readKnownFields } from './read-known-fields.js';

export interface ConditionCount {
  readonly customers: number;
  readonly visitors: number;
  /** Numbers of at most five customers, else visitors. */
  readonly look: readonly number[];
  /** Everything received before this instant is counted, ms. */
  readonly asOfMs: number;
}

const mostToLookAt = 5;

/**
 * Counts who a condition means now. Throws `segment.condition-invalid`, naming every place, if it asks for what is not there or contradicts
 * itself. `client` is in the workspace.
 */
export async function countCondition(
  analytics: { client(): ClickHouseClient },
  client: ClientBase,
  workspace: number,
  condition: Condition,
  momentMs: number,
): Promise<ConditionCount> {
  const { sources } = await readSegmentFrame(client, workspace);
  const known = await readKnownFields(client, workspace, condition, sources);
  const problems = checkCondition(condition, known, { momentMs });
  if (problems.length > 0) {
    const told = problems.map((problem) => ({ ...problem, message: problemInWords(problem, wordsIn('en')) }));
    const message = `the condition cannot be used: ${told.map((problem) => problem.message).join('; ')}`;
    throw new ThroughlineError('segment.condition-invalid', message, { details: { problems: told } });
  }
  const lag = await readLag(client);
  const asked = { conditions: [condition], segments: new Map(), momentMs };
  const [members] = await findMembers(analytics, client, workspace, asked);
  if (members === undefined) throw new Error('the condition was not answered');
  const { customers, visitors } = members;
  const look: number[] = [];
  for (const person of customers.size > 0 ? customers : visitors) {
    if (look.length === mostToLookAt) break;
    look.push(person);
  }
  return {
    ...{ customers: customers.size, visitors: visitors.size, look },
    asOfMs: momentMs - Math.ceil(1000 * Math.max(lag.resolve.seconds, lag.project.seconds)),
  };
}
