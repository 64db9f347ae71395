import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Answers } from '@throughline/core/collect/proposal/answers';
import type { FileSample } from '@throughline/core/collect/proposal/file-sample';
import type { Proposal } from '@throughline/core/collect/proposal/proposal';
import type { ImportRun } from '../imports.js';
import { path } from '../path.js';
import { request } from '../request.js';
import type { ImportPreview } from './import-preview.js';
import type { FormChoice, StagedFile } from './staged-file.js';

/** What a proposal and a preview are made from besides the file. */
export interface Reading {
  readonly answers: Answers;
  /** A source there is. */
  readonly source?: string | undefined;
}

interface NewSource {
  readonly name: string;
  readonly channel: string;
  readonly zone?: string;
}

const handedIn = (workspace: string) => ['w', workspace, 'files'] as const;

/** The files that were handed in and wait for their import, newest first. */
export const stagedFiles = (workspace: string) =>
  queryOptions({
    queryKey: handedIn(workspace),
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly StagedFile[] }>(path(workspace, '/imports/files'), { signal }),
  });

export const stagedFile = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [...handedIn(workspace), id],
    queryFn: ({ signal }) => request<StagedFile>(path(workspace, '/imports/files/{}', [id]), { signal }),
  });

/** The first lines as they stand in the file. */
export const firstLines = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [...handedIn(workspace), id, 'lines'],
    queryFn: ({ signal }) =>
      request<Pick<FileSample, 'columns' | 'rows'>>(path(workspace, '/imports/files/{}/sample', [id]), { signal }),
  });

/** How the file would be read, given these answers; the former proposal stands until the new one is here. */
export const proposal = (workspace: string, id: string, reading: Reading) =>
  queryOptions({
    queryKey: [...handedIn(workspace), id, 'proposal', reading],
    queryFn: ({ signal }) =>
      request<{ readonly proposal: Proposal; readonly yaml: string }>(
        path(workspace, '/imports/files/{}/propose', [id]),
        { method: 'POST', body: reading, signal },
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export const preview = (workspace: string, id: string, reading: Reading) =>
  queryOptions({
    queryKey: [...handedIn(workspace), id, 'preview', reading],
    queryFn: ({ signal }) =>
      request<ImportPreview>(path(workspace, '/imports/files/{}/preview', [id]), {
        method: 'POST',
        body: reading,
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** What is done with a file that was handed in. */
export const fileActs = {
  /** Reads it anew. */
  readAs: (workspace: string, id: string, choice: FormChoice) =>
    request<StagedFile>(path(workspace, '/imports/files/{}', [id]), { method: 'PATCH', body: choice }),
  remove: (workspace: string, id: string) =>
    request<null>(path(workspace, '/imports/files/{}', [id]), { method: 'DELETE' }),
  /** `again`: although the same file was imported before. */
  import: (
    workspace: string,
    id: string,
    body: {
      readonly answers: Answers;
      readonly source: { readonly id: string } | { readonly new: NewSource };
      readonly again: boolean;
    },
  ) => request<ImportRun>(path(workspace, '/imports/files/{}/import', [id]), { method: 'POST', body }),
  /** Without answers the file is read as the former one was. */
  replace: (workspace: string, former: string, body: { readonly file: string; readonly answers?: Answers }) =>
    request<{ readonly former: ImportRun; readonly import: ImportRun }>(
      path(workspace, '/imports/{}/replace', [former]),
      { method: 'POST', body },
    ),
};
