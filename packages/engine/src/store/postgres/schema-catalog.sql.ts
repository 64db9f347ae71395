/** What the catalogs say of our own objects. `kept` leaves out per-day tables, partitions and everything of extensions. */
const kept = `
  n.nspname !~ '^(pg_|information_schema)'
  and not c.relispartition
  and c.relname !~ '_[0-9]{8}$'`;

const byName = 'order by n.nspname collate "C", c.relname collate "C"';

export const schemaCatalogSql = {
  schemas: `
    select quote_ident(n.nspname) as name
    from pg_namespace n
    where n.nspname !~ '^(pg_|information_schema)' and n.nspname <> 'public'
    order by n.nspname collate "C"`,

  extensions: `
    select quote_ident(e.extname) as name
    from pg_extension e
    where e.extname <> 'plpgsql'
    order by e.extname collate "C"`,

  types: `
    select
      quote_ident(n.nspname) as schema,
      quote_ident(t.typname) as name,
      array_agg(e.enumlabel::text order by e.enumsortorder) as labels
    from pg_type t
    join pg_namespace n on n.oid = t.typnamespace
    join pg_enum e on e.enumtypid = t.oid
    where n.nspname !~ '^(pg_|information_schema)'
    group by n.nspname, t.typname
    order by n.nspname collate "C", t.typname collate "C"`,

  relations: `
    select
      c.oid::text as oid,
      quote_ident(n.nspname) as schema,
      quote_ident(c.relname) as name,
      c.relkind as kind,
      case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partitioned,
      case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end as view,
      c.reloptions as options,
      c.relpersistence = 'u' as unlogged,
      c.relrowsecurity as secured,
      c.relforcerowsecurity as forced,
      obj_description(c.oid, 'pg_class') as comment
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and ${kept}
    ${byName}`,

  columns: `
    select
      a.attrelid::text as relation,
      quote_ident(a.attname) as name,
      format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as required,
      a.attidentity as identity,
      a.attgenerated as generated,
      pg_get_expr(d.adbin, d.adrelid) as value,
      case when a.attcollation <> t.typcollation then quote_ident(l.collname) end as collation,
      col_description(a.attrelid, a.attnum) as comment
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
    left join pg_collation l on l.oid = a.attcollation
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p') and ${kept}
    order by a.attrelid, a.attnum`,

  constraints: `
    select
      k.conrelid::text as relation,
      quote_ident(k.conname) as name,
      pg_get_constraintdef(k.oid) as definition
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
    where k.contype in ('p', 'u', 'f', 'c', 'x') and k.conparentid = 0 and ${kept}
    order by k.conrelid, array_position(array['p', 'u', 'x', 'f', 'c'], k.contype::text), k.conname collate "C"`,

  indexes: `
    select i.indrelid::text as relation, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    join pg_class x on x.oid = i.indexrelid
    join pg_namespace n on n.oid = c.relnamespace
    where ${kept}
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    order by i.indrelid, x.relname collate "C"`,

  policies: `
    select
      p.polrelid::text as relation,
      quote_ident(p.polname) as name,
      p.polpermissive as permissive,
      p.polcmd as command,
      (
        select array_agg(case when r = 0 then 'public' else pg_get_userbyid(r)::text end order by r)
        from unnest(p.polroles) as r
      ) as roles,
      pg_get_expr(p.polqual, p.polrelid) as visible,
      pg_get_expr(p.polwithcheck, p.polrelid) as writable
    from pg_policy p
    join pg_class c on c.oid = p.polrelid
    join pg_namespace n on n.oid = c.relnamespace
    where ${kept}
    order by p.polrelid, p.polname collate "C"`,

  triggers: `
    select t.tgrelid::text as relation, pg_get_triggerdef(t.oid) as definition
    from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and ${kept}
    order by t.tgrelid, t.tgname collate "C"`,

  grants: `
    select
      c.oid::text as relation,
      pg_get_userbyid(g.grantee)::text as role,
      array_agg(lower(g.privilege_type) order by g.privilege_type) as rights
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    cross join aclexplode(c.relacl) g
    where c.relkind in ('r', 'p', 'v', 'm') and g.grantee not in (0, c.relowner) and ${kept}
    group by c.oid, g.grantee
    order by c.oid, g.grantee`,

  columnGrants: `
    select
      a.attrelid::text as relation,
      quote_ident(a.attname) as name,
      pg_get_userbyid(g.grantee)::text as role,
      array_agg(lower(g.privilege_type) order by g.privilege_type) as rights
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    cross join aclexplode(a.attacl) g
    where g.grantee not in (0, c.relowner) and ${kept}
    group by a.attrelid, a.attname, a.attnum, g.grantee
    order by a.attrelid, a.attnum, g.grantee`,

  functions: `
    select
      quote_ident(n.nspname) as schema,
      quote_ident(p.proname) as name,
      pg_get_function_identity_arguments(p.oid) as arguments,
      pg_get_functiondef(p.oid) as definition,
      obj_description(p.oid, 'pg_proc') as comment,
      (
        select array_agg(case when g.grantee = 0 then 'public' else pg_get_userbyid(g.grantee)::text end order by g.grantee)
        from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
        where g.grantee <> p.proowner
      ) as callers
    from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace
    where n.nspname !~ '^(pg_|information_schema)' and p.prokind in ('f', 'p')
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    order by n.nspname collate "C", p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`,

  path: 'set search_path = public',
} as const;
