import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

export interface Stage {
  readonly stage: string | null;
  readonly name: string;
  /** How it was decided, or why it cannot be told. */
  readonly how: string;
}

/** Where somebody stands with us. */
export const stage = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'stage', id],
    queryFn: ({ signal }) => request<Stage>(path(workspace, '/customers/{}/stage', [id]), { signal }),
  });
