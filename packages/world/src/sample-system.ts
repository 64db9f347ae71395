import type { SampleFile } from './sample-file.js';

/** A system of the sample company. It knows its customers by its own keys, and nothing of the other systems. */
export interface SampleSystem {
  /** Short name; its files lie in the folder of that name. */
  readonly key: string;
  /**
   * - `tracking`: each line of its files is a message of Segment's tracking API; its source must be made before they are sent.
   * - `import`: each file has its mapping; the source may be made before, or by the first import.
   * - `later`: columns are documented, but no import for them exists yet.
   */
  readonly kind: 'tracking' | 'import' | 'later';
  /** What it is to the company, in a sentence. */
  readonly about: string;
  /** The body of `POST /sources`; mappings name the source by its `name`. */
  readonly source: SampleSource;
  readonly files: readonly SampleFile[];
}

/** Settings of a source as the sources API takes them. */
export interface SampleSource {
  readonly name: string;
  readonly channel: string;
  readonly team: string;
  /** 0 to 100; of two claims the one of the more trusted source is used. */
  readonly trust: number;
  /** Zone of times that name none, IANA name. */
  readonly zone: string;
  readonly country: string;
  readonly currency: string;
  readonly groups: 'account' | 'household';
  readonly key: 'public' | 'server';
  /** ISO 8601, UTC. */
  readonly completeUntil: string;
}
