import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

export type ImportState = 'waiting' | 'running' | 'resolving' | 'done' | 'failed' | 'undoing' | 'undone';

export interface ImportRun {
  readonly id: string;
  readonly fileName: string;
  readonly source: { readonly id: string; readonly name: string };
  readonly state: ImportState;
  /** In lines; the other counts are in messages. */
  readonly read: number;
  readonly interactions: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly setAside: number;
  /** Lines that no rule of the mapping is for. */
  readonly passedOver: number;
  readonly bytesRead: number | null;
  readonly fileBytes: number | null;
  /** The import it was made in the place of. */
  readonly replaces: string | null;
  readonly error: { readonly code: string; readonly detail: string } | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly undoneAt: string | null;
}

const moving: readonly ImportState[] = ['waiting', 'running', 'resolving', 'undoing'];

/** Imports, newest first; asked again each second and a half while one of them moves. */
export const imports = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'imports'],
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly ImportRun[] }>(path(workspace, '/imports', [], { limit: 200 }), { signal }),
    refetchInterval: (query) =>
      query.state.data?.items.some((run) => moving.includes(run.state)) === true ? 1_500 : 15_000,
  });

/** One import; asked again each second while it moves. */
export const importRun = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'imports', id],
    queryFn: ({ signal }) => request<ImportRun>(path(workspace, '/imports/{}', [id]), { signal }),
    refetchInterval: (query) =>
      query.state.data !== undefined && moving.includes(query.state.data.state) ? 1_000 : false,
  });

export const undoPreview = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'undo-preview', id],
    queryFn: ({ signal }) =>
      request<{ readonly interactions: number; readonly persons: number }>(
        path(workspace, '/imports/{}/preview-undo', [id]),
        { signal },
      ),
    staleTime: 0,
    gcTime: 0,
  });

export const undoImport = (workspace: string, id: string) =>
  request<ImportRun>(path(workspace, '/imports/{}/undo', [id]), { method: 'POST', body: {} });
