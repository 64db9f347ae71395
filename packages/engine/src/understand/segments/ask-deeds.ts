import type { ClickHouseClient } from '@clickhouse/client';
import { judgeDeed } from '@throughline/core/understand/segments/judge-deed';
import { workspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { perPersonRows } from '../findings/per-person-rows.js';
import type { AskedDeed } from './asked-deeds.js';
import { BoundValues } from './bound-values.js';
import { deedsOfColumn, deedsOfEverybodySql } from './deeds-of-everybody.sql.js';
import { FilterNames } from './filter-names.js';
import type { PersonBits } from './person-bits.js';
import type { SegmentCodes } from './segment-codes.js';

/** The engine reads 262,144 characters, values written out. */
const longestQuery = 100_000;

/** Who of everybody did each of the deeds, in their order. */
export async function askDeeds(
  analytics: { client(): ClickHouseClient },
  workspace: number,
  deeds: readonly AskedDeed[],
  given: { readonly codes: SegmentCodes; readonly momentMs: number; readonly everybody: PersonBits },
): Promise<readonly PersonBits[]> {
  if (deeds.length === 0) return [];
  const holdsOfNobody = deeds.map(({ clause, bounds }) => judgeDeed(clause, [], bounds, given.momentMs).holds);
  const ofNobody = Array.from({ length: Math.ceil(deeds.length / deedsOfColumn) }, (_, column) =>
    holdsOfNobody
      .slice(column * deedsOfColumn, (column + 1) * deedsOfColumn)
      .reduce((sum, holds, bit) => sum + (holds ? 2 ** bit : 0), 0),
  );
  const values = new BoundValues();
  const tables = workspaceTables(workspace);
  const filters = new FilterNames(given.codes, values);
  const query = deedsOfEverybodySql(tables, deeds, ofNobody, { ...given, values, filters });
  if (query.length > longestQuery && deeds.length > 1) {
    const half = Math.ceil(deeds.length / 2);
    const first = await askDeeds(analytics, workspace, deeds.slice(0, half), given);
    return [...first, ...(await askDeeds(analytics, workspace, deeds.slice(half), given))];
  }
  // Of each deed those who differ from somebody to whom nothing ever happened.
  const differing = deeds.map(() => given.everybody.emptied());
  await perPersonRows(
    analytics,
    query,
    { ...tables.parameters, ...values.parameters },
    1 + ofNobody.length,
    ([person = 0, ...columns]) => {
      for (const [deed, found] of differing.entries()) {
        const column = columns[Math.floor(deed / deedsOfColumn)] ?? 0;
        const holds = Math.floor(column / 2 ** (deed % deedsOfColumn)) % 2 === 1;
        if (holds !== holdsOfNobody[deed]) found.add(person);
      }
    },
  );
  return differing.map((found, deed) =>
    holdsOfNobody[deed] === true ? given.everybody.without(found) : found.and(given.everybody),
  );
}
