import type { SampleCompany } from '@throughline/world/sample-company';
import type { Principal } from '../govern/principal.js';
import type { SampleContext } from './sample-context.js';
import type { SampleProgress } from './sample-progress.js';

/** What loading one file needs. */
export interface SampleWork {
  readonly ctx: SampleContext;
  /** On whose word, in the sample company's workspace. */
  readonly by: Principal;
  readonly company: SampleCompany;
  /** Where the files lie. */
  readonly folder: string;
  readonly progress: SampleProgress;
  readonly signal: AbortSignal;
}
