import type { KnownNumbers, NumberedLine } from '@throughline/core/collect/proposal/numbers/known-numbers';
import { compareNumbers } from '@throughline/core/resolve/number-spaces/compare-numbers';
import type { ClientBase } from 'pg';
import { readNumberedPersons } from './known-numbers.sql.js';

/** What is known of the customers with the numbers of these lines. `country` is that of phone numbers without one. */
export async function knownNumbers(
  client: ClientBase,
  workspace: number,
  lines: readonly NumberedLine[],
  country: string,
): Promise<KnownNumbers> {
  const persons = await readNumberedPersons(
    client,
    workspace,
    lines.map(({ number }) => number),
  );
  return compareNumbers(lines, persons, country);
}
