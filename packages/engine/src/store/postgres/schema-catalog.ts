import type pg from 'pg';
import { schemaCatalogSql as catalog } from './schema-catalog.sql.js';

/** Everything the catalogs say about our own objects, in a fixed order. Names are quoted where SQL needs it. */
export interface SchemaCatalog {
  readonly schemas: readonly { readonly name: string }[];
  readonly extensions: readonly { readonly name: string }[];
  readonly types: readonly (Named & { readonly labels: readonly string[] })[];
  readonly relations: readonly Relation[];
  readonly parts: SchemaParts;
  readonly functions: readonly StoredFunction[];
}

/** Reads the catalogs over this connection, whose search path it sets to `public`, so that names there come unqualified. */
export async function readSchemaCatalog(client: pg.Client): Promise<SchemaCatalog> {
  await client.query(catalog.path);
  const ask = async <Row extends object>(sql: string): Promise<readonly Row[]> =>
    (await client.query<Row & pg.QueryResultRow>(sql)).rows;
  return {
    schemas: await ask(catalog.schemas),
    extensions: await ask(catalog.extensions),
    types: await ask(catalog.types),
    relations: await ask(catalog.relations),
    parts: {
      columns: groupByRelation(await ask<Column>(catalog.columns)),
      constraints: groupByRelation(await ask<Constraint>(catalog.constraints)),
      indexes: groupByRelation(await ask<Defined>(catalog.indexes)),
      policies: groupByRelation(await ask<Policy>(catalog.policies)),
      triggers: groupByRelation(await ask<Defined>(catalog.triggers)),
      grants: groupByRelation(await ask<Grant>(catalog.grants)),
      columnGrants: groupByRelation(await ask<ColumnGrant>(catalog.columnGrants)),
    },
    functions: await ask(catalog.functions),
  };
}

export interface Named {
  readonly schema: string;
  readonly name: string;
}
export interface OfRelation {
  readonly relation: string;
}
export interface Relation extends Named {
  readonly oid: string;
  readonly kind: 'r' | 'p' | 'v' | 'm';
  readonly partitioned: string | null;
  readonly view: string | null;
  readonly options: readonly string[] | null;
  readonly unlogged: boolean;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly comment: string | null;
}
export interface Column extends OfRelation {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly identity: '' | 'a' | 'd';
  readonly generated: '' | 's' | 'v';
  readonly value: string | null;
  readonly collation: string | null;
  readonly comment: string | null;
}
export interface Constraint extends OfRelation {
  readonly name: string;
  readonly definition: string;
}
export interface Defined extends OfRelation {
  readonly definition: string;
}
export interface Policy extends OfRelation {
  readonly name: string;
  readonly permissive: boolean;
  readonly command: '*' | 'r' | 'a' | 'w' | 'd';
  readonly roles: readonly string[];
  readonly visible: string | null;
  readonly writable: string | null;
}
export interface Grant extends OfRelation {
  readonly role: string;
  readonly rights: readonly string[];
}
export interface ColumnGrant extends Grant {
  readonly name: string;
}
export interface StoredFunction extends Named {
  readonly arguments: string;
  readonly definition: string;
  readonly comment: string | null;
  readonly callers: readonly string[] | null;
}
export interface SchemaParts {
  readonly columns: Grouped<Column>;
  readonly constraints: Grouped<Constraint>;
  readonly indexes: Grouped<Defined>;
  readonly policies: Grouped<Policy>;
  readonly triggers: Grouped<Defined>;
  readonly grants: Grouped<Grant>;
  readonly columnGrants: Grouped<ColumnGrant>;
}
export type Grouped<Row> = (relation: string) => readonly Row[];

function groupByRelation<Row extends OfRelation>(rows: readonly Row[]): Grouped<Row> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.relation, [...(groups.get(row.relation) ?? []), row]);
  return (relation) => groups.get(relation) ?? [];
}
