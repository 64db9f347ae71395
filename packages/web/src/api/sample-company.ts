import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

export interface SampleCompany {
  /** Its workspace. */
  readonly slug: string;
  readonly name: string;
  readonly customers: number;
  readonly state: 'loading' | 'loaded' | 'failed' | 'removing';
  /** Lines taken in by source, in the order in which they are loaded. */
  readonly steps: readonly { readonly source: string; readonly done: number; readonly of: number }[];
  readonly toResolve: number;
  readonly error: { readonly code: string; readonly detail: string } | null;
}

interface Answer {
  readonly sample: SampleCompany | null;
}

/** That of a workspace, or the one it is; asked again while something happens to it. */
export const sampleCompany = (workspace: string) =>
  queryOptions({
    queryKey: ['sample-company', workspace],
    queryFn: async ({ signal }) => (await request<Answer>(path(workspace, '/sample-company'), { signal })).sample,
    refetchInterval: (query) => (/^(loading|removing)$/.test(query.state.data?.state ?? '') ? 1_500 : false),
  });

/** Makes it, goes on with one that failed, or finds the one that is there. */
export const loadSampleCompany = async (workspace: string, profile = 'retailer') =>
  (await request<Answer>(path(workspace, '/sample-company'), { method: 'POST', body: { profile } })).sample;

export const removeSampleCompany = (workspace: string) =>
  request<null>(path(workspace, '/sample-company'), { method: 'DELETE' });
