import pg from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { type TestPostgres, testPostgres } from '../../../../../test/test-postgres.js';
import { dumpSchema } from './dump-schema.sql.js';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await testPostgres();
});

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

it('tells of tables, indexes, policies, grants and functions, and not of what is made day by day', async () => {
  const { urls, roles } = await postgres.empty();
  await run(
    urls.owner,
    `create schema other;
    create type colour as enum ('red', 'green');
    create table part (workspace integer not null, day date not null, "offset" bigint generated always as identity, "Odd" integer,
      shade colour default 'red', primary key (workspace, day), constraint positive check (workspace > 0)) partition by range (day);
    create table part_20261122 partition of part for values from ('2026-11-22') to ('2026-11-23');
    create table seen_20261122 (n integer);
    create index part_shade on part (shade) where shade = 'red';
    create table other.note (body text collate "C");
    comment on table other.note is 'it''s ours';
    alter table part enable row level security;
    alter table part force row level security;
    create policy own on part to ${roles.app} using (workspace = 1);
    grant select, insert on part to ${roles.worker}, ${roles.intake};
    create procedure let_in() language plpgsql as 'begin execute ''grant select on part to "${roles.app}"''; end';
    create function twice(n integer) returns integer language sql immutable return n * 2;
    revoke execute on function twice(integer) from public;
    grant execute on function twice(integer) to ${roles.app};`,
  );
  const dumped = await dumpSchema(urls.owner, roles);
  expect(
    dumped,
  ).toBe(`-- Dumped from the catalogs after all migrations: node packages/engine/bin/dump-schema.mjs. Do not edit.

create schema other;

create type colour as enum ('red', 'green');

create table other.note (
  body text collate "C"
);
comment on table other.note is 'it''s ours';

create table part (
  workspace integer not null,
  day date not null,
  "offset" bigint generated always as identity not null,
  "Odd" integer,
  shade colour default 'red'::colour,
  constraint part_pkey PRIMARY KEY (workspace, day),
  constraint positive CHECK ((workspace > 0))
) partition by RANGE (day);
CREATE INDEX part_shade ON ONLY public.part USING btree (shade) WHERE (shade = 'red'::colour);
alter table part enable row level security;
alter table part force row level security;
create policy own on part to :app_role using ((workspace = 1));
grant insert, select on part to :intake_role;
grant insert, select on part to :worker_role;

CREATE OR REPLACE PROCEDURE public.let_in()
 LANGUAGE plpgsql
AS $procedure$begin execute 'grant select on part to :app_role'; end$procedure$;

CREATE OR REPLACE FUNCTION public.twice(n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN (n * 2);
revoke execute on function twice(n integer) from public;
grant execute on function twice(n integer) to :app_role;
`);
});

it('is the same for two databases of the same migrations', async () => {
  const other = await postgres.fresh();
  expect(await dumpSchema(other.urls.owner, other.roles)).toBe(await dumpSchema(postgres.urls.owner, postgres.roles));
});
