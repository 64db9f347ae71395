import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

/** What a source's interactions of the last days were like. */
export interface SourceQuality {
  readonly source: string;
  readonly interactions: number;
  readonly machines: number;
  readonly staff: number;
  readonly tests: number;
  /** Half of what is told live comes within this; null: nothing was told live. */
  readonly usualDelayMs: number | null;
  readonly slowDelayMs: number | null;
  /** null: it sends too rarely to have a rhythm. */
  readonly longestGapMs: number | null;
}

export interface SourceQualities {
  readonly days: number;
  readonly items: readonly SourceQuality[];
}

export const sourceQuality = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'sources', 'quality'],
    queryFn: ({ signal }) => request<SourceQualities>(path(workspace, '/sources/quality'), { signal }),
    staleTime: 60_000,
  });
