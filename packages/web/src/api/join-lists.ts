import { queryOptions } from '@tanstack/react-query';
import type { Identifier } from './identifier.js';
import { path } from './path.js';
import { request } from './request.js';

export interface ListLine {
  readonly line: number;
  readonly a: Identifier | null;
  readonly b: Identifier | null;
  readonly reason: string | null;
  readonly verdict: 'joins' | 'already-one' | 'unknown' | 'blocked' | 'refused' | 'unreadable';
  readonly sentence: string;
}

/** What would become of each line of a file of pairs. */
export interface ListPreview {
  readonly opening: string;
  readonly joins: number;
  readonly lines: readonly ListLine[];
}

export interface JoinList {
  readonly id: string;
  readonly name: string;
  readonly state: 'applying' | 'applied' | 'undoing' | 'undone' | 'interrupted';
  readonly decisions: number;
  readonly standing: number;
  readonly madeBy: string;
  readonly madeAt: string;
}

const askedEveryMs = 1_000;

/** The newest lists that were handed in; asked again while one of them is under way. */
export const joinLists = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'join-lists'],
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly JoinList[] }>(path(workspace, '/join-lists'), { signal }),
    refetchInterval: ({ state: { data } }) =>
      data?.items.some(({ state }) => state === 'applying' || state === 'undoing') ? askedEveryMs : false,
  });

export const previewJoinList = (workspace: string, text: string) =>
  request<ListPreview>(path(workspace, '/join-lists/preview'), { method: 'POST', body: { text } });

export const applyJoinList = (workspace: string, body: { readonly name: string; readonly text: string }) =>
  request<JoinList>(path(workspace, '/join-lists'), { method: 'POST', body });

export const undoJoinList = (workspace: string, id: string) =>
  request<JoinList>(path(workspace, '/join-lists/{}/undo', [id]), { method: 'POST', body: {} });
