import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

/** A person's story in a few lines, most pressing first. */
export const story = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'story', id],
    queryFn: ({ signal }) =>
      request<{ readonly lines: readonly string[] }>(path(workspace, '/customers/{}/story', [id]), { signal }),
  });
