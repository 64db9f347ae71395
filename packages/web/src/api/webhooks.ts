import { queryOptions } from '@tanstack/react-query';
import type { SignatureScheme } from '@throughline/core/collect/webhooks/signature-scheme';
import { ApiProblem } from './api-problem.js';
import { path } from './path.js';
import { request } from './request.js';

export interface WebhookDelivery {
  readonly id: string;
  readonly receivedAt: string;
  readonly delivery: string | null;
  readonly bytes: number;
  readonly outcome: 'kept' | 'nothing' | 'set-aside';
  readonly messages: number;
  readonly reason: string | null;
}

export interface Webhook {
  readonly address: string;
  readonly scheme: SignatureScheme;
  readonly deliveryHeader: string | null;
  readonly mapping: string;
  readonly secretHint: string;
  readonly refused: number;
  readonly lastRefusedAt: string | null;
  /** The newest first. */
  readonly deliveries: readonly WebhookDelivery[];
}

/** What a person says of a webhook. Without `secret` the present one stays, or the first one is made. */
export interface WebhookSettings extends Pick<Webhook, 'scheme' | 'deliveryHeader' | 'mapping'> {
  readonly secret?: { readonly type: 'given'; readonly secret: string } | { readonly type: 'anew' };
}

/** The secret is in the answer to what made it, and nowhere else, ever. */
export interface WebhookSet {
  readonly address: string;
  readonly secret: string | null;
}

export type MappingPreview =
  | {
      readonly type: 'messages';
      readonly messages: readonly { readonly text: string; readonly fault: string | null }[];
      readonly of: number;
    }
  | { readonly type: 'failed'; readonly problem: string };

const soonMs = 3_000;

/** Null: the source has none. */
export const webhook = (workspace: string, source: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'sources', source, 'webhook'],
    queryFn: async ({ signal }) => {
      try {
        return await request<Webhook>(path(workspace, '/sources/{}/webhook', [source]), { signal });
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }
    },
    refetchInterval: ({ state }) => (state.data == null ? false : soonMs),
  });

export const setWebhook = (workspace: string, source: string, body: WebhookSettings) =>
  request<WebhookSet>(path(workspace, '/sources/{}/webhook', [source]), { method: 'PUT', body });

export const mappingPreview = (
  workspace: string,
  sample: { readonly mapping: string; readonly body: string; readonly headers: Readonly<Record<string, string>> },
) =>
  queryOptions({
    queryKey: ['w', workspace, 'webhook-preview', sample],
    queryFn: ({ signal }) =>
      request<MappingPreview>(path(workspace, '/webhook-preview'), { method: 'POST', body: sample, signal }),
    staleTime: 60_000,
    retry: false,
  });
