import { queryOptions } from '@tanstack/react-query';
import type { Role } from './me.js';
import { path } from './path.js';
import { request } from './request.js';

export interface Token {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly hint: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

export const tokens = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'tokens'],
    queryFn: ({ signal }) => request<{ readonly items: readonly Token[] }>(path(workspace, '/tokens'), { signal }),
  });

/** The token itself is in this answer and nowhere else, ever. */
export const createToken = (workspace: string, body: { readonly name: string; readonly role: Role }) =>
  request<{ readonly token: string }>(path(workspace, '/tokens'), { method: 'POST', body });

export const revokeToken = (workspace: string, id: string) =>
  request<unknown>(path(workspace, '/tokens/{}', [id]), { method: 'DELETE' });
