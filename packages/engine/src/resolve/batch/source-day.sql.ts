import type { ClientBase } from 'pg';
import type { LoggedMessage } from './log.sql.js';

/** Counts what a batch stored and what it found to be known already: by source and receive day, and by import. */
export async function countMessages(
  client: ClientBase,
  workspace: number,
  counted: {
    readonly stored: readonly LoggedMessage[];
    readonly duplicates: readonly LoggedMessage[];
    readonly interactions: ReadonlyMap<number, number>;
  },
): Promise<void> {
  const days = new Map<string, { source: number; day: string; stored: number; duplicates: number; last: Date }>();
  const imports = new Map<number, { stored: number; duplicates: number }>();
  const count = (row: LoggedMessage, what: 'stored' | 'duplicates'): void => {
    const key = `${row.source}/${row.receivedDay}`;
    const day = days.get(key) ?? {
      source: row.source,
      day: row.receivedDay,
      stored: 0,
      duplicates: 0,
      last: row.receivedAt,
    };
    day[what] += 1;
    if (row.receivedAt > day.last) day.last = row.receivedAt;
    days.set(key, day);
    if (row.import === 0) return;
    const run = imports.get(row.import) ?? { stored: 0, duplicates: 0 };
    run[what] += 1;
    imports.set(row.import, run);
  };
  for (const row of counted.stored) count(row, 'stored');
  for (const row of counted.duplicates) count(row, 'duplicates');
  const list = [...days.values()];
  if (list.length > 0) {
    await client.query({
      name: 'count-source-days',
      text: `insert into source_day as known (workspace, source, day, stored, duplicates, last_received_at)
        select $1, s, to_date(d, 'YYYYMMDD'), st, du, l from unnest($2::integer[], $3::text[], $4::bigint[], $5::bigint[], $6::timestamptz[]) as t(s, d, st, du, l)
        on conflict (workspace, source, day) do update set
          stored = known.stored + excluded.stored,
          duplicates = known.duplicates + excluded.duplicates,
          last_received_at = greatest(known.last_received_at, excluded.last_received_at)`,
      values: [
        workspace,
        list.map((d) => d.source),
        list.map((d) => d.day),
        list.map((d) => d.stored),
        list.map((d) => d.duplicates),
        list.map((d) => d.last),
      ],
    });
  }
  for (const [run, { stored, duplicates }] of imports) {
    await client.query({
      name: 'count-import',
      text: 'update import_run set accepted = accepted + $3, duplicates = duplicates + $4, interactions = interactions + $5 where workspace = $1 and import = $2',
      values: [workspace, run, stored, duplicates, counted.interactions.get(run) ?? 0],
    });
  }
}
