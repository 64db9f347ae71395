import { queryOptions } from '@tanstack/react-query';
import { request } from './request.js';

export interface WorkspaceSettings {
  readonly name: string;
  readonly country: string;
  readonly zone: string;
  readonly currency: string;
  readonly language: string;
  readonly weekStartsOn: number;
}

interface SetUp {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly workspace: WorkspaceSettings;
}

export const setupNeeded = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => request<{ readonly needed: boolean }>('/api/setup', { signal }),
  retry: false,
});

/** Makes the first admin and their workspace; the answer's cookie signs them in. */
export const setUp = (body: SetUp) => request<{ readonly workspace: string }>('/api/setup', { method: 'POST', body });
