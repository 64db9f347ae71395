import { isMachineUserAgent } from '@throughline/core/collect/is-machine-user-agent';
import { singleItem } from '@throughline/core/collect/json-items';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../http/app-context.js';
import { authority } from '../intake/log-row.js';
import { receiveMessages } from '../intake/receive-messages.js';
import { type FollowedTag, findTagByCode } from './tag.sql.js';

/**
 * Leads whoever follows a tagged link or scans a QR code to the address that is stored with it, and to no other, and records that it was
 * followed: by nobody, without cookie, address or anything else of the one who did. If that cannot be recorded, they are led on all the same.
 */
export function scanRoutes(ctx: AppContext): FastifyPluginAsync {
  return async (app) => {
    app.get<{ Params: { readonly code: string } }>(
      '/t/:code',
      {
        config: { access: 'public' },
        // Whoever only asks what is there has not followed it.
        exposeHeadRoute: false,
        schema: { params: z.object({ code: z.string().max(20) }), response: { 302: z.null() } },
      },
      async (request, reply) => {
        const tag = await findTagByCode(ctx.appPool, request.params.code);
        if (tag === undefined) throw new ThroughlineError('request.not-found', 'this link leads nowhere');
        try {
          await record(ctx, tag, isMachineUserAgent(request.headers['user-agent']));
        } catch (error) {
          request.log.error({ err: error, tag: tag.id }, 'a scan was not recorded');
        }
        return reply.header('cache-control', 'no-store').redirect(tag.target, 302);
      },
    );
  };
}

async function record(ctx: AppContext, tag: FollowedTag, isMachine: boolean): Promise<void> {
  const { channel, touchpoint, campaign } = tag;
  const message = {
    type: 'track',
    event: tag.kind === 'qr' ? 'QR Code Scanned' : 'Link Opened',
    properties: { tag_id: tag.id, ...(campaign === '' ? {} : { campaign }) },
    context: {
      interaction: {
        direction: 'from-customer',
        channel,
        ...(touchpoint === '' ? {} : { touchpoint }),
        ...(isMachine ? { marks: { machine: true } } : {}),
      },
    },
  };
  const read = singleItem(JSON.stringify(message));
  if (read.type === 'unreadable') throw new Error('a scan made no message');
  const { workspace, source, zone } = tag;
  const received = receiveMessages(read.items, {
    source,
    zone,
    authority: authority.serverKey,
    import: 0,
    receivedAtMs: ctx.clock(),
  });
  await ctx.intake.append({ workspace, ...received });
}
