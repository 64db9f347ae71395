import type { LogRow, SetAsideRow } from '../../intake/log-row.js';
import type { ResumePoint } from './resume-point.js';

/** Messages to append in one request, and the point to go on from once that is done. Both lists may be empty: then only the point moved. */
export interface ImportBatch {
  readonly rows: readonly LogRow[];
  readonly setAside: readonly SetAsideRow[];
  readonly point: ResumePoint;
  /** How far it is, of the file's bytes. */
  readonly bytesDone: number;
}
