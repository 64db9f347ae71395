import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';
import type { WorkspaceSettings } from './setup.js';

export const settings = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'settings'],
    queryFn: ({ signal }) => request<WorkspaceSettings>(path(workspace, '/settings'), { signal }),
  });

export const changeSettings = (workspace: string, body: Partial<WorkspaceSettings>) =>
  request<unknown>(path(workspace, '/settings'), { method: 'PATCH', body });
