import type { AnalyticsAddress } from '../store/analytics/analytics.js';

/** What the main process tells its worker, over the channel between them and never in arguments: it holds passwords. */
export type ToWorker =
  | {
      readonly type: 'start';
      readonly url: string;
      readonly owner: string;
      readonly analytics: AnalyticsAddress;
      readonly logFile: string;
      readonly archive: { readonly folder: string; readonly keepDays: number };
    }
  | { readonly type: 'analytics-restarted' }
  /** More arrives than the machine can take in and resolve at once: intake goes first for this long. */
  | { readonly type: 'yield'; readonly forMs: number }
  | { readonly type: 'stop' };
