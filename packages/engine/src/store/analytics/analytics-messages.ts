import type { AnalyticsLimits } from './analytics-limits.js';

/** Told once, after the fork; secrets travel this way alone, never in arguments or environment. */
export interface OpenOrder {
  readonly type: 'open';
  readonly folder: string;
  readonly database: string;
  readonly port: number;
  readonly password: string;
  readonly limits: AnalyticsLimits;
}

/** From parent to child. `drain`: end now if nothing runs or waits, else say `busy`. `stop`: take no more, end when all running ones are done. */
export type ParentMessage = OpenOrder | { readonly type: 'drain' } | { readonly type: 'stop' };

/** From child to parent. `report` comes once a second. */
export type ChildMessage =
  | { readonly type: 'ready'; readonly version: string }
  | { readonly type: 'failed'; readonly message: string; readonly portTaken: boolean }
  | { readonly type: 'report'; readonly rssBytes: number; readonly running: number; readonly waiting: number }
  | { readonly type: 'busy' };

/** The HTTP user; the password is made anew for each start of the platform. */
export const analyticsUser = 'default';

/** Part of the answer to a request that was not begun because the process is about to end; it may be sent again. */
export const restartingMessage = 'the analytics process is being replaced, nothing was done';
