import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import type { ResumePoint } from './resume-point.js';
import type { ByteEncoding } from './text-decoder.js';

/** Everything that decides what a file becomes. The same order always gives the same batches. */
export interface ReadOrder {
  /** Where the look-up files lie (see `stagedLookup`). */
  readonly folder: string;
  /** Where lines are put aside; `folder` unless told. */
  readonly spillFolder?: string;
  readonly file: string;
  /** How the file is to be read; a file of another format or encoding was rewritten before. */
  readonly format: 'csv' | 'jsonl';
  readonly encoding: ByteEncoding;
  readonly mapping: Mapping;
  readonly import: number;
  readonly importId: string;
  readonly source: number;
  /** IANA zone of the source. */
  readonly zone: string;
  /** The time of the import: the same for all its tries. */
  readonly receivedAtMs: number;
  readonly resume?: ResumePoint;
  readonly sizes?: Partial<ReadSizes>;
}

export interface ReadSizes {
  readonly batchMessages: number;
  /** Characters of messages and lines set aside, after which a batch is handed on. */
  readonly batchChars: number;
  /** Bytes of the file after which a batch is handed on however small it is. */
  readonly checkpointBytes: number;
  readonly parts: number;
  /** A part that is larger is divided once more. */
  readonly partBytes: number;
}
