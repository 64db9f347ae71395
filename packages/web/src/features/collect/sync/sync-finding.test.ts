import { expect, it } from 'vitest';
import type { Sync } from '../../../api/syncs.js';
import { syncFinding } from './sync-finding.js';

const sync = (change: Partial<Sync>): Sync => ({
  id: 'id',
  server: { host: 'db', port: 5432, database: 'shop', user: 'reader' },
  table: { schema: 'public', name: 'orders' },
  source: null,
  state: 'active',
  doing: 'nothing',
  held: null,
  staged: null,
  candidates: [],
  watermarkColumn: 'id',
  everyMinutes: 60,
  added: [],
  lastRunAt: null,
  lastRows: null,
  nextAt: null,
  failures: 0,
  problem: null,
  ...change,
});

it('says how many tables come by themselves, and how many of them wait for a person or cannot be read', () => {
  const problem = { code: 'database.unreachable', detail: 'away' };
  expect(syncFinding([])).toBeUndefined();
  expect(syncFinding([sync({})])).toBe('One table is read again and again.');
  expect(syncFinding([sync({}), sync({ state: 'held' }), sync({ state: 'draft' }), sync({ problem })])).toBe(
    '4 tables are read again and again. 2 wait for you. One cannot be read at the moment.',
  );
});
