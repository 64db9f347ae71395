import { readVoucherCode } from '@throughline/core/collect/tags/voucher-code';
import { normalisePhone } from '@throughline/core/resolve/normalise-phone';
import type { ClientBase } from 'pg';
import { listTags, tagsOfVouchers } from '../../collect/tags/tag.sql.js';
import { workspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import type { Analytics } from '../../store/analytics/analytics.js';
import { tagUseSql, type UsedAs } from './tag-use.sql.js';

export interface TagUse {
  readonly id: string;
  readonly uses: number;
  readonly lastAt: string;
}

interface Named {
  readonly usedAs: UsedAs;
  readonly text: string;
  readonly uses: number;
  readonly lastAt: number;
}

/** How often each tag was used: links followed, vouchers redeemed, numbers called. Codes are looked up now, so a tag made later finds what came before. */
export async function readTagUse(
  analytics: Pick<Analytics, 'client'>,
  client: ClientBase,
  workspace: number,
  country: string,
): Promise<readonly TagUse[]> {
  const tables = workspaceTables(workspace);
  const answer = await analytics.client().query({
    query: tagUseSql(tables),
    query_params: { ...tables.parameters },
    format: 'JSONEachRow',
  });
  const named = await answer.json<Named>();
  const tags = await listTags(client, workspace);
  const ids = new Set(tags.map(({ id }) => id));
  const numbers = new Map(tags.flatMap(({ id, number }) => (number === null ? [] : [[number, id] as const])));
  const codes = new Map(
    named.flatMap(({ usedAs, text }) => {
      const code = usedAs === 'voucher' ? readVoucherCode(text) : undefined;
      return code === undefined ? [] : [[text, code] as const];
    }),
  );
  const vouchers = await tagsOfVouchers(client, workspace, [...new Set(codes.values())]);
  const tagOf = ({ usedAs, text }: Named): string | undefined => {
    if (usedAs === 'tag') return ids.has(text) ? text : undefined;
    if (usedAs === 'voucher') return vouchers.get(codes.get(text) ?? '');
    const read = normalisePhone(text, country);
    return read.type === 'identifier' ? numbers.get(read.identifier.value) : undefined;
  };
  const uses = new Map<string, { uses: number; lastAt: number }>();
  for (const one of named) {
    const id = tagOf(one);
    if (id === undefined) continue;
    const known = uses.get(id) ?? { uses: 0, lastAt: 0 };
    uses.set(id, { uses: known.uses + one.uses, lastAt: Math.max(known.lastAt, one.lastAt) });
  }
  return [...uses].map(([id, use]) => ({ id, uses: use.uses, lastAt: new Date(use.lastAt).toISOString() }));
}
