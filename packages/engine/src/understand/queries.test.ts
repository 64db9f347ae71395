import { expect, it } from 'vitest';
import { workspaceTables } from '../resolve/interactions/workspace-tables.sql.js';
import * as findings from './findings/findings.sql.js';
import { distinctKeysSql, kindKey, readKindKey } from './kinds/kind-key.sql.js';
import { BoundValues } from './segments/bound-values.js';
import { deedsOfEverybodySql } from './segments/deeds-of-everybody.sql.js';
import { FilterNames } from './segments/filter-names.js';
import { complaintMomentsSql, storySql } from './story/story.sql.js';
import { keysOfPersonSql, momentsSql } from './through-their-eyes/their-eyes.sql.js';

const tables = workspaceTables(7);
const keys = { buy: [2_050], contact: [4_114], complaint: [4_115], solved: [6_162], told: [8_220] };
const period = { from: 1, to: 2 };

function segmentQuery(): string {
  const values = new BoundValues();
  const codes = { codesOf: () => [1], codeOf: () => 1, sourcesOf: () => [1], keysOfKinds: () => [2_050] };
  const always = { from: null, to: null };
  const steps = [{ what: {} }, { what: { kinds: ['buy' as const] } }];
  const deeds = [
    { clause: { type: 'did' as const, what: { names: ['x'] } }, bounds: always, zones: [] },
    { clause: { type: 'sequence' as const, steps }, bounds: always, zones: [] },
  ];
  const writing = { codes, values, filters: new FilterNames(codes, values), momentMs: 1 };
  return deedsOfEverybodySql(tables, deeds, [0], writing);
}

const overall = [
  distinctKeysSql(tables),
  findings.sourcesOfKindSql(tables, keys.buy),
  findings.unknownOrdersSql(tables, keys),
];
const byPerson = [
  storySql(tables),
  complaintMomentsSql(tables, keys.complaint),
  keysOfPersonSql(tables),
  momentsSql(tables, keys.contact),
  findings.ordersAndContactsSql(tables, keys, period),
  findings.purchasesByChannelSql(tables, keys, { online: [1], store: [2] }),
  findings.usualGapSql(tables, keys, 20_000),
  findings.silencesSql(tables, keys, 20_000, 30),
  findings.toldDuringComplaintSql(tables, keys),
  segmentQuery(),
];

it('compiled queries read the tables through the workspace alone', () => {
  for (const query of [...overall, ...byPerson]) {
    const references = query.match(/from (?:interactions|node_override)\b[^)]*/g) ?? [];
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) expect(reference).toContain('where workspace = {workspace:UInt32}');
  }
});

it('who a row belongs to is asked of the moves since, wherever people are counted', () => {
  for (const query of overall) expect(query).not.toMatch(/\bgroup by person\b/);
  for (const query of byPerson) expect(query).toContain('from node_override');
});

it('trials, machines, staff and what was taken back are left out of every query', () => {
  for (const query of [...overall, ...byPerson]) expect(query).toContain('bitAnd(marks, 15) = 0');
});

it('a key is taken apart into what it was made of', () => {
  expect(kindKey).toContain('toUInt32(name) * 2048');
  expect(readKindKey(300 * 2_048 + 7 * 8 + 3 * 2 + 1)).toEqual({
    ...{ name: 300, channel: 7, direction: 3, aboutComplaint: true },
  });
});
