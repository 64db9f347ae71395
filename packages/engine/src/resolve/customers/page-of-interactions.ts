import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { countPersonInteractions } from '../interactions/count-person-interactions.js';
import { type PersonInteraction, readPersonInteractions } from '../interactions/read-person-interactions.js';
import { readChannelCode } from '../interactions/words.sql.js';
import { readLag } from '../lag/lag.sql.js';
import type { IdentityFrame } from './identity-frame.js';
import { readCursor, writeCursor } from './page-cursor.js';
import type { InteractionsAnswer } from './person-schema.js';

const placeSchema = z.object({ at: z.string(), message: z.string() });

export interface InteractionsQuery {
  readonly person: number;
  readonly cursor: string | undefined;
  readonly channel: string | undefined;
  readonly limit: number;
}

/** A page of what happened with a person, newest first, with how many there are and as of when. */
export async function pageOfInteractions(
  ctx: Pick<AppContext, 'analytics' | 'clock'>,
  client: PoolClient,
  workspace: number,
  frame: IdentityFrame,
  { person, cursor, channel, limit }: InteractionsQuery,
): Promise<InteractionsAnswer> {
  const before = readCursor(placeSchema, cursor);
  const chosen = channel === undefined ? {} : { channel };
  const nowMs = ctx.clock();
  const { resolve, project } = await readLag(client);
  const total = await totalOf(ctx, client, workspace, person, channel);
  const page = await readPersonInteractions(ctx.analytics, client, workspace, {
    person,
    limit,
    ...chosen,
    ...(before && { before }),
  });
  return {
    items: page.items.map((item) => described(item, frame)),
    next: page.next === undefined ? null : writeCursor(page.next),
    total,
    asOf: new Date(nowMs - Math.max(resolve.seconds, project.seconds) * 1000).toISOString(),
  };
}

async function totalOf(
  ctx: Pick<AppContext, 'analytics'>,
  client: PoolClient,
  workspace: number,
  person: number,
  channel: string | undefined,
): Promise<number> {
  if (channel === undefined) return countPersonInteractions(ctx.analytics, workspace, person);
  const code = await readChannelCode(client, workspace, channel);
  return code === undefined ? 0 : countPersonInteractions(ctx.analytics, workspace, person, code);
}

function described(item: PersonInteraction, frame: IdentityFrame): InteractionsAnswer['items'][number] {
  const { at, precision, name, channel, direction, marks } = item;
  return {
    id: item.message,
    at,
    precision,
    name,
    channel,
    source: frame.sourceName(item.source),
    direction,
    touchpoint: item.touchpoint ?? null,
    about: item.about === undefined ? null : `${item.about.kind} ${item.about.id}`,
    reason: item.reason ?? null,
    outcome: item.outcome ?? null,
    location: item.location ?? null,
    value: item.value ?? null,
    currency: item.currency ?? null,
    marks,
    properties: propertiesOf(item.properties),
  };
}

function propertiesOf(text: string): Record<string, unknown> {
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : {};
}
