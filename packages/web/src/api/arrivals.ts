import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

export interface NotUnderstood {
  readonly field: 'source' | 'medium' | 'referrer';
  readonly value: string;
  readonly arrivals: number;
}

export interface ChannelRule {
  readonly id: string;
  readonly field: NotUnderstood['field'];
  readonly value: string;
  readonly channel: string;
}

export interface Arrivals {
  /** The commonest first; null: directly. */
  readonly channels: readonly { readonly channel: string | null; readonly arrivals: number }[];
  readonly notUnderstood: readonly NotUnderstood[];
  readonly rules: readonly ChannelRule[];
  readonly asOf: string;
}

export const arrivals = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'arrivals'],
    queryFn: ({ signal }) => request<Arrivals>(path(workspace, '/arrivals'), { signal }),
  });

export const arrivalActs = {
  rule: (workspace: string, body: Omit<ChannelRule, 'id'>) =>
    request<{ readonly id: string }>(path(workspace, '/arrivals/rules'), { method: 'POST', body }),
  removeRule: (workspace: string, id: string) =>
    request<null>(path(workspace, '/arrivals/rules/{}', [id]), { method: 'DELETE' }),
};
