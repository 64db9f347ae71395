import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultRuleSet } from '@throughline/core/resolve/default-rule-set';
import type { NamespaceRule } from '@throughline/core/resolve/namespace-rule';
import { parseRuleSet } from '@throughline/core/resolve/parse-rule-set';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { migrate } from '../../store/postgres/migrate.js';
import { migrationsFolder, readMigrations } from '../../store/postgres/read-migrations.js';

const changed = (ruleSet: RuleSet, change: (namespace: string) => Partial<NamespaceRule>): RuleSet => ({
  ...ruleSet,
  namespaces: Object.fromEntries(
    Object.entries(ruleSet.namespaces).map(([name, rule]) => [name, { ...rule, ...change(name) }]),
  ),
});
const beforeSharedAddresses = changed(defaultRuleSet, (name) => ({
  hubFromNumbers: null,
  ...(name === 'crm:*' || name === 'loyalty_card' ? { limitPerPerson: 10, limitPerPersonAndSource: null } : {}),
}));
const beforeHubs = changed(beforeSharedAddresses, () => ({ hubFromPeople: null, hubWithinDays: null }));

it.each([
  { what: 'hubs were found', migration: '-hubs-and-changes.sql', rules: beforeHubs },
  {
    what: 'addresses that people share were left out',
    migration: '-rules-before-shared-addresses.sql',
    rules: beforeSharedAddresses,
  },
])(
  'a workspace that held people before $what keeps the rules it had, an empty one gets the new ones',
  async ({ migration, rules }) => {
    const { urls, roles } = await (await testPostgres()).empty();
    const folder = await mkdtemp(join(tmpdir(), 'throughline-rules-kept-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const all = await readMigrations(migrationsFolder);
    const until = all.findIndex(({ name }) => name.endsWith(migration));
    for (const { name } of all.slice(0, until)) await copyFile(join(migrationsFolder, name), join(folder, name));
    await migrate(urls.owner, { roles, folder });
    const client = new pg.Client({ connectionString: urls.owner });
    await client.connect();
    onTestFinished(() => client.end());
    for (const slug of ['full', 'empty', 'own']) {
      const made = await client.query<{ workspace: number }>(
        'insert into workspace (id, slug, name) values (gen_random_uuid(), $1, $1) returning workspace',
        [slug],
      );
      await client.query('insert into resolve_head (workspace, next_node, rule_version) values ($1, $2, $3)', [
        made.rows[0]?.workspace,
        slug === 'empty' ? 1 : 100,
        slug === 'own' ? 3 : 0,
      ]);
    }
    await migrate(urls.owner, { roles });
    const read = await client.query<{ slug: string; version: number; document: unknown }>(
      `select w.slug, h.rule_version as version, s.document
     from workspace w
     join resolve_head h using (workspace)
     left join rule_set s on s.workspace = w.workspace and s.version = h.rule_version
     order by w.workspace`,
    );
    const [full, empty, own] = read.rows;
    expect([full?.version, empty?.version, own?.version]).toEqual([1, 0, 3]);
    expect(parseRuleSet(full?.document)).toEqual(rules);
  },
);
