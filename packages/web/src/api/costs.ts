import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

export const rateKinds = ['call', 'letter', 'text', 'other', 'margin'] as const;
export type RateKind = (typeof rateKinds)[number];

export interface RateFields {
  readonly kind: RateKind;
  /** Of a margin the product group, of another cost what it is. */
  readonly subject: string;
  /** Decimal text: money, or a share in hundredths. */
  readonly amount: string;
  readonly currency: string | null;
  /** Calendar days, both included. */
  readonly from: string;
  readonly to: string | null;
}

export interface Rate extends RateFields {
  readonly id: string;
}

export interface Spend {
  /** null: nothing is known. */
  readonly from: string | null;
  readonly to: string | null;
  readonly days: readonly { readonly day: string; readonly currency: string; readonly amount: string }[];
  readonly campaigns: readonly {
    readonly campaign: string;
    readonly channel: string;
    readonly currency: string;
    readonly amount: string;
  }[];
}

export const spend = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'costs', 'spend'],
    queryFn: ({ signal }) => request<Spend>(path(workspace, '/costs/spend'), { signal }),
  });

export const rates = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'costs', 'rates'],
    queryFn: ({ signal }) => request<{ readonly items: readonly Rate[] }>(path(workspace, '/costs/rates'), { signal }),
  });

export const rateActs = {
  add: (workspace: string, { currency, ...body }: RateFields) =>
    request<{ readonly id: string }>(path(workspace, '/costs/rates'), {
      method: 'POST',
      body: { ...body, ...(currency === null ? {} : { currency }) },
    }),
  remove: (workspace: string, id: string) =>
    request<null>(path(workspace, '/costs/rates/{}', [id]), { method: 'DELETE' }),
};
