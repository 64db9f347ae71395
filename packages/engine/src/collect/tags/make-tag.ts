import { randomInt } from 'node:crypto';
import type { TagKind } from '@throughline/core/collect/tags/tag-kind';
import { voucherBase, voucherCode, voucherSigns } from '@throughline/core/collect/tags/voucher-code';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { normalisePhone } from '@throughline/core/resolve/normalise-phone';
import type { ClientBase } from 'pg';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import { insertSource, listSources, lockWorkspace } from '../sources/source.sql.js';
import { insertTag, insertVouchers, isNumberTagged } from './tag.sql.js';
import { tagTarget } from './tag-target.js';

export interface NewTag {
  readonly kind: TagKind;
  readonly name: string;
  readonly campaign: string;
  readonly touchpoint: string;
  readonly channel: string;
  readonly target?: string | undefined;
  readonly number?: string | undefined;
  /** How many vouchers the series has. */
  readonly count?: number | undefined;
}

/** The source under which scans are recorded. It has no key: nobody sends for it. */
const sourceName = 'Tags';
const linkSigns = '23456789abcdefghjkmnpqrstuvwxyz';
const linkLength = 8;

/** Makes a tag, for vouchers with all its codes. Errors: `tags.target-invalid`, `tags.number-invalid`, `tags.number-taken`, `tags.incomplete`. */
export async function makeTag(client: ClientBase, by: Principal, wanted: NewTag, nowMs: number): Promise<string> {
  const workspace = by.workspace.number;
  const defaults = await lockWorkspace(client, workspace);
  const id = uuidV7(nowMs);
  const { kind, name, campaign, touchpoint, channel } = wanted;
  const leads = kind === 'link' || kind === 'qr';
  const tag = {
    ...{ id, kind, name, campaign, touchpoint, channel },
    code: leads ? chosenSigns(linkSigns, linkLength) : null,
    target: leads ? wantedTarget(wanted.target) : null,
    number: kind === 'number' ? await freeNumber(client, workspace, wanted.number, defaults.country) : null,
    createdBy: by.actor.label,
    createdAt: new Date(nowMs),
  };
  await insertTag(client, workspace, await tagSource(client, workspace, defaults, nowMs), tag);
  if (kind === 'vouchers') await makeVouchers(client, workspace, id, wanted.count);
  await recordAudit(client, by, nowMs, { action: 'tags.made', target: id, detail: { after: wanted } });
  return id;
}

export function wantedTarget(written: string | undefined): string {
  const target = tagTarget(written ?? '');
  if (target !== undefined) return target;
  throw new ThroughlineError(
    'tags.target-invalid',
    'the address a tag leads to must begin with https:// or http:// and hold no user or password',
  );
}

async function freeNumber(
  client: ClientBase,
  workspace: number,
  written: string | undefined,
  country: string,
): Promise<string> {
  const read = normalisePhone(written ?? '', country);
  if (read.type === 'left-out')
    throw new ThroughlineError('tags.number-invalid', 'this is no telephone number: write it like +44 20 7946 0018');
  const { value } = read.identifier;
  if (await isNumberTagged(client, workspace, value))
    throw new ThroughlineError('tags.number-taken', `${value} is tracked already: archive the other tag first`);
  return value;
}

async function makeVouchers(
  client: ClientBase,
  workspace: number,
  tag: string,
  count: number | undefined,
): Promise<void> {
  if (count === undefined)
    throw new ThroughlineError('tags.incomplete', 'say how many codes the voucher series is to have, in "count"');
  // A code that exists already is not made twice; of 31^9 there are enough.
  for (let missing = count; missing > 0; ) {
    const codes = new Set<string>();
    while (codes.size < missing)
      codes.add(voucherCode(Array.from({ length: voucherSigns }, () => randomInt(voucherBase))));
    missing -= await insertVouchers(client, workspace, tag, [...codes]);
  }
}

function chosenSigns(signs: string, length: number): string {
  return Array.from({ length }, () => signs[randomInt(signs.length)] ?? '').join('');
}

/** The workspace's row must be locked. */
async function tagSource(
  client: ClientBase,
  workspace: number,
  defaults: Awaited<ReturnType<typeof lockWorkspace>>,
  nowMs: number,
): Promise<number> {
  const known = (await listSources(client, workspace)).find(
    ({ name }) => name.toLowerCase() === sourceName.toLowerCase(),
  );
  if (known !== undefined) return known.source;
  const row = { ...defaults, id: uuidV7(nowMs), name: sourceName, channel: 'web', team: null, trust: 50 };
  const made = await insertSource(client, workspace, {
    ...row,
    groups: 'account',
    completeUntil: null,
    at: new Date(nowMs),
  });
  if (made === undefined) throw new Error('the source of tags was made by somebody else');
  return made;
}
