import { queryOptions } from '@tanstack/react-query';
import type { MendAnswer } from '@throughline/core/collect/mend/mend-answer';
import type { MendSuggestion } from '@throughline/core/collect/mend/suggest-mend';
import type { Mend } from '@throughline/core/collect/set-aside-reason';
import { path } from './path.js';
import { request } from './request.js';

export interface SetAsideItem {
  readonly id: string;
  readonly receivedAt: string;
  readonly source: string;
  readonly line: number | null;
  readonly messageId: string | null;
  readonly body: string;
  readonly reason: string;
}

export interface MarkedItem extends SetAsideItem {
  /** The odd part of the body, in UTF-16 units. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** What one import, or live source, has in a group. */
export interface SetAsidePart {
  readonly import: string | null;
  readonly fileName: string | null;
  readonly source: string;
  readonly count: number;
  /** The column of the file that most of them were set aside for. */
  readonly column: string | null;
  readonly suggestion: MendSuggestion | null;
  /** At most three. */
  readonly samples: readonly MarkedItem[];
}

export interface SetAsideGroup {
  readonly code: string;
  readonly reason: string;
  /** What can be done about it, where that is known. */
  readonly mend: Mend | null;
  readonly count: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly samples: readonly SetAsideItem[];
  readonly parts: readonly SetAsidePart[];
}

export const setAside = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'set-aside'],
    queryFn: ({ signal }) =>
      request<{ readonly waiting: number; readonly groups: readonly SetAsideGroup[] }>(path(workspace, '/set-aside'), {
        signal,
      }),
    refetchInterval: 10_000,
  });

/** What is done with all that waits for a reason, in the background. */
export interface Mending {
  readonly id: string;
  readonly code: string;
  readonly act: 'answer' | 'replay' | 'leave-out';
  /** Null: all of the reason. */
  readonly import: string | null;
  readonly fileName: string | null;
  readonly state: 'running' | 'done' | 'failed' | 'stopped';
  /** How many waited when it was ordered. */
  readonly waiting: number;
  readonly replayed: number;
  readonly stillAside: number;
  readonly leftOut: number;
  readonly error: { readonly code: string; readonly detail: string } | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

/** Those that run, and those that ended a few minutes ago. */
export const mendings = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'mendings'],
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly Mending[] }>(path(workspace, '/set-aside/mendings'), { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isRunning) === true ? 1_000 : 10_000),
  });

export const isRunning = ({ state }: Mending): boolean => state === 'running';

/** What a person decides about what is set aside: read it again, changed or not, or leave it out. */
export const mend = {
  replayOne: (workspace: string, id: string, body: string) =>
    request<{ readonly replayed: 1 }>(path(workspace, '/set-aside/{}/replay', [id]), {
      method: 'POST',
      body: { body },
    }),
  replayGroup: (
    workspace: string,
    body: { readonly code: string; readonly find?: string; readonly replace?: string },
  ) => request<Mending>(path(workspace, '/set-aside/replay'), { method: 'POST', body }),
  /** One answer for all that an import has set aside for a column. */
  answer: (
    workspace: string,
    body: {
      readonly code: string;
      readonly import: string;
      readonly column: string;
      readonly answer: MendAnswer;
    },
  ) => request<Mending>(path(workspace, '/set-aside/mend'), { method: 'POST', body }),
  leaveOutOne: (workspace: string, id: string, note: string) =>
    request<{ readonly leftOut: number }>(path(workspace, '/set-aside/{}/leave-out', [id]), {
      method: 'POST',
      body: { note },
    }),
  leaveOutGroup: (workspace: string, body: { readonly code: string; readonly note: string }) =>
    request<Mending>(path(workspace, '/set-aside/leave-out'), { method: 'POST', body }),
  stop: (workspace: string, id: string) =>
    request<Mending>(path(workspace, '/set-aside/mendings/{}/stop', [id]), { method: 'POST' }),
};
