import { expect, it } from 'vitest';
import { logColumns, recordSeparator } from './log-columns.js';
import { authority, type LogRow, logKind } from './log-row.js';

const row = (envelope: string | null): LogRow => ({
  source: 7,
  import: 0,
  kind: logKind.track,
  authority: authority.serverKey,
  message: '018f0000-0000-7000-8000-000000000000',
  content: '-5',
  occurredAtMs: 1,
  timeFlags: 0,
  replayed: false,
  envelope,
  body: '{}',
});

it('each column has a place for each row, also where there is nothing to say', () => {
  const columns = logColumns([row(null), row(null), row('{"sentAt":1}'), row(null)]);
  expect(columns.count).toBe(4);
  expect(columns.envelopes.split(recordSeparator)).toEqual(['', '', '{"sentAt":1}', '']);
  expect(columns.bodies.split(recordSeparator)).toHaveLength(4);
  expect(columns.source).toBe('7,7,7,7');
});
