import type { TagKind } from '@throughline/core/collect/tags/tag-kind';
import type { ClientBase, Pool } from 'pg';

export interface TagRow {
  readonly id: string;
  readonly kind: TagKind;
  readonly name: string;
  readonly campaign: string;
  readonly touchpoint: string;
  readonly channel: string;
  /** Of a link or QR code: the last part of its address. */
  readonly code: string | null;
  /** Where it leads. */
  readonly target: string | null;
  /** In E.164. */
  readonly number: string | null;
  /** How many codes a voucher series has. */
  readonly vouchers: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly archived: boolean;
}

const shown = `t.id, t.kind, t.name, t.campaign, t.touchpoint, t.channel, t.code, t.target, t.number,
  (select count(*) from voucher v where v.workspace = $1 and v.tag = t.id)::float8 as vouchers, t.created_by as "createdBy",
  t.created_at as "createdAt", t.archived_at is not null as archived`;

/** Every tag, the newest first, those that are archived last. */
export async function listTags(client: ClientBase, workspace: number): Promise<readonly TagRow[]> {
  const found = await client.query<TagRow>(
    `select ${shown} from tag t where t.workspace = $1 order by t.archived_at is not null, t.created_at desc, t.id`,
    [workspace],
  );
  return found.rows;
}

/** The tag, locked until the transaction ends. */
export async function lockTag(client: ClientBase, workspace: number, id: string): Promise<TagRow | undefined> {
  const found = await client.query<TagRow>(
    `select ${shown} from tag t where t.workspace = $1 and t.id = $2 for update of t`,
    [workspace, id],
  );
  return found.rows[0];
}

export async function insertTag(
  client: ClientBase,
  workspace: number,
  source: number,
  tag: Omit<TagRow, 'vouchers' | 'archived'>,
): Promise<void> {
  await client.query(
    `insert into tag (workspace, id, source, kind, name, campaign, touchpoint, channel, code, target, number, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      workspace,
      tag.id,
      source,
      tag.kind,
      tag.name,
      tag.campaign,
      tag.touchpoint,
      tag.channel,
      tag.code,
      tag.target,
      tag.number,
      tag.createdBy,
      tag.createdAt,
    ],
  );
}

export async function updateTag(
  client: ClientBase,
  workspace: number,
  tag: TagRow,
  archivedAt: Date | null,
): Promise<void> {
  await client.query(
    `update tag
     set name = $3, campaign = $4, touchpoint = $5, channel = $6, target = $7, archived_at = $8
     where workspace = $1 and id = $2`,
    [workspace, tag.id, tag.name, tag.campaign, tag.touchpoint, tag.channel, tag.target, archivedAt],
  );
}

/** Whether a tag in use has this number. */
export async function isNumberTagged(client: ClientBase, workspace: number, number: string): Promise<boolean> {
  const found = await client.query('select id from tag where workspace = $1 and number = $2 and archived_at is null', [
    workspace,
    number,
  ]);
  return found.rows.length > 0;
}

/** How many of the codes were new; the others belong to a voucher already. */
export async function insertVouchers(
  client: ClientBase,
  workspace: number,
  tag: string,
  codes: readonly string[],
): Promise<number> {
  const done = await client.query(
    `insert into voucher (workspace, code, tag)
     select $1, code, $2 from unnest($3::text[]) as given(code)
     on conflict do nothing`,
    [workspace, tag, codes],
  );
  return done.rowCount ?? 0;
}

export async function listVouchers(client: ClientBase, workspace: number, tag: string): Promise<readonly string[]> {
  const found = await client.query<{ code: string }>(
    'select code from voucher where workspace = $1 and tag = $2 order by code',
    [workspace, tag],
  );
  return found.rows.map(({ code }) => code);
}

/** The series that these codes belong to. */
export async function tagsOfVouchers(
  client: ClientBase,
  workspace: number,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await client.query<{ code: string; tag: string }>(
    'select code, tag from voucher where workspace = $1 and code = any($2)',
    [workspace, codes],
  );
  return new Map(found.rows.map(({ code, tag }) => [code, tag]));
}

/** What a tagged link leads to, and where its scans are recorded. */
export interface FollowedTag extends Pick<TagRow, 'id' | 'kind' | 'campaign' | 'touchpoint' | 'channel'> {
  readonly workspace: number;
  readonly source: number;
  readonly zone: string;
  readonly target: string;
}

export async function findTagByCode(pool: Pool, code: string): Promise<FollowedTag | undefined> {
  const found = await pool.query<FollowedTag>({
    name: 'find-tag',
    text: 'select workspace, source, zone, id, kind, campaign, touchpoint, channel, target from find_tag($1)',
    values: [code],
  });
  return found.rows[0];
}
