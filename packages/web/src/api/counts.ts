import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

export const bucketSpans = ['minute', 'quarter_hour', 'hour', 'day', 'week', 'month'] as const;
export type BucketSpan = (typeof bucketSpans)[number];

export interface Measure {
  readonly measure: string;
  readonly per: BucketSpan;
  /** False: a level, which is averaged. */
  readonly adds: boolean;
  readonly places: number;
  readonly buckets: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly lastReceivedAt: string;
}

interface Place {
  /** Empty: not said. */
  readonly location: string;
  readonly touchpoint: string;
  readonly source: string;
}

export interface CountValues {
  readonly from: string;
  readonly to: string;
  readonly days: readonly { readonly day: string; readonly value: number; readonly buckets: number }[];
  readonly places: readonly (Place & { readonly value: number; readonly buckets: number })[];
}

export interface HeldValue extends Place {
  readonly startsAt: string;
  readonly value: number;
  readonly receivedAt: string;
  readonly isCurrent: boolean;
}

type Wanted = Pick<Measure, 'measure' | 'per'>;

export const measures = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'counts'],
    queryFn: ({ signal }) => request<{ readonly items: readonly Measure[] }>(path(workspace, '/counts'), { signal }),
  });

export const countValues = (workspace: string, { measure, per }: Wanted) =>
  queryOptions({
    queryKey: ['w', workspace, 'counts', 'values', measure, per],
    queryFn: ({ signal }) => request<CountValues>(path(workspace, '/counts/values', [], { measure, per }), { signal }),
  });

export const replacedCounts = (workspace: string, { measure, per }: Wanted) =>
  queryOptions({
    queryKey: ['w', workspace, 'counts', 'replaced', measure, per],
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly HeldValue[] }>(path(workspace, '/counts/replaced', [], { measure, per }), {
        signal,
      }),
  });
