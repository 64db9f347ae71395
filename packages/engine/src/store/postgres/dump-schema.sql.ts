import pg from 'pg';
import type { RoleNames } from './role-names.js';
import {
  type Column,
  type Named,
  type Policy,
  type Relation,
  readSchemaCatalog,
  type SchemaParts,
  type StoredFunction,
} from './schema-catalog.js';

/**
 * The schema as readable SQL, the same for the same migrations on every server from 15 on: sorted by name, roles written as
 * the migrations' placeholders, per-day tables and partitions left out. It is for reading and comparing, not for restoring.
 */
export async function dumpSchema(ownerUrl: string, roles: RoleNames): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { schemas, extensions, types, relations, parts, functions } = await readSchemaCatalog(client);
    const naming = roleNaming(roles, new URL(ownerUrl).username);
    return `${[
      '-- Dumped from the catalogs after all migrations: node packages/engine/bin/dump-schema.mjs. Do not edit.',
      ...schemas.map((schema) => `create schema ${schema.name};`),
      ...extensions.map((extension) => `create extension ${extension.name};`),
      ...types.map((type) => `create type ${qualified(type)} as enum (${type.labels.map(text).join(', ')});`),
      ...relations.map((relation) => relationText(relation, parts, naming)),
      ...functions.map((each) => functionText(each, naming, roles)),
    ].join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

type Naming = (role: string) => string;

function relationText(relation: Relation, parts: SchemaParts, naming: Naming): string {
  const { oid } = relation;
  const at = qualified(relation);
  const lines = relation.view === null ? [tableText(relation, parts)] : [viewText(relation)];
  lines.push(...parts.indexes(oid).map((index) => `${index.definition};`));
  lines.push(...parts.triggers(oid).map((trigger) => `${trigger.definition};`));
  if (relation.secured) lines.push(`alter table ${at} enable row level security;`);
  if (relation.forced) lines.push(`alter table ${at} force row level security;`);
  lines.push(...parts.policies(oid).map((policy) => policyText(policy, at, naming)));
  const grants = [
    ...parts.grants(oid).map((grant) => [grant.rights.join(', '), grant.role] as const),
    ...parts
      .columnGrants(oid)
      .map((grant) => [grant.rights.map((right) => `${right} (${grant.name})`).join(', '), grant.role] as const),
  ];
  lines.push(...grants.map(([rights, role]) => `grant ${rights} on ${at} to ${naming(role)};`).sort());
  if (relation.comment !== null) lines.push(`comment on table ${at} is ${text(relation.comment)};`);
  for (const column of parts.columns(oid))
    if (column.comment !== null) lines.push(`comment on column ${at}.${column.name} is ${text(column.comment)};`);
  return lines.join('\n');
}

function tableText(relation: Relation, parts: SchemaParts): string {
  const inside = [
    ...parts.columns(relation.oid).map(columnText),
    ...parts.constraints(relation.oid).map((each) => `constraint ${each.name} ${each.definition}`),
  ];
  const partitioned = relation.partitioned === null ? '' : ` partition by ${relation.partitioned}`;
  const options = relation.options === null ? '' : ` with (${relation.options.join(', ')})`;
  return `create ${relation.unlogged ? 'unlogged ' : ''}table ${qualified(relation)} (\n  ${inside.join(',\n  ')}\n)${partitioned}${options};`;
}

function viewText(relation: Relation): string {
  return `create ${relation.kind === 'm' ? 'materialized ' : ''}view ${qualified(relation)} as\n${relation.view ?? ''}`;
}

function columnText(column: Column): string {
  const value =
    column.identity !== ''
      ? ` generated ${column.identity === 'a' ? 'always' : 'by default'} as identity`
      : column.value === null
        ? ''
        : column.generated === ''
          ? ` default ${column.value}`
          : ` generated always as (${column.value})${column.generated === 's' ? ' stored' : ''}`;
  const collation = column.collation === null ? '' : ` collate ${column.collation}`;
  return `${column.name} ${column.type}${collation}${value}${column.required ? ' not null' : ''}`;
}

function policyText(policy: Policy, at: string, naming: Naming): string {
  const command = { '*': '', r: ' for select', a: ' for insert', w: ' for update', d: ' for delete' }[policy.command];
  return [
    `create policy ${policy.name} on ${at}`,
    policy.permissive ? '' : ' as restrictive',
    command,
    ` to ${policy.roles.map(naming).sort().join(', ')}`,
    policy.visible === null ? '' : ` using (${policy.visible})`,
    policy.writable === null ? '' : ` with check (${policy.writable})`,
    ';',
  ].join('');
}

function functionText(each: StoredFunction, naming: Naming, roles: RoleNames): string {
  const at = `${qualified(each)}(${each.arguments})`;
  const callers = (each.callers ?? []).map(naming).sort();
  const body = [roles.intake, roles.app, roles.worker].reduce(
    (definition, role) => definition.replaceAll(`"${role}"`, naming(role)),
    each.definition.trimEnd(),
  );
  const lines = [`${body};`];
  if (!callers.includes('public')) lines.push(`revoke execute on function ${at} from public;`);
  for (const caller of callers) if (caller !== 'public') lines.push(`grant execute on function ${at} to ${caller};`);
  if (each.comment !== null) lines.push(`comment on function ${at} is ${text(each.comment)};`);
  return lines.join('\n');
}

function roleNaming(roles: RoleNames, owner: string): Naming {
  const names = new Map([
    [roles.intake, ':intake_role'],
    [roles.app, ':app_role'],
    [roles.worker, ':worker_role'],
    [decodeURIComponent(owner), ':owner_role'],
  ]);
  return (role) => names.get(role) ?? (role === 'public' ? role : pg.escapeIdentifier(role));
}

function qualified(of: Named): string {
  return of.schema === 'public' ? of.name : `${of.schema}.${of.name}`;
}

function text(plain: string): string {
  return pg.escapeLiteral(plain);
}
