import type { Logger } from 'pino';
import type { Syncs } from '../collect/connectors/syncs/syncs.js';
import type { Imports } from '../collect/import/imports.js';
import type { IntakeWriter } from '../collect/intake/intake-writer.js';
import type { Mendings } from '../collect/set-aside/mendings.js';
import type { WriteKeys } from '../collect/sources/find-write-key.js';
import type { SampleCompanies } from '../demo/sample-companies.js';
import type { Analytics } from '../store/analytics/analytics.js';
import type { DataFolder } from '../store/data-folder/data-folder.js';
import type { AppPool } from '../store/postgres/in-workspace.js';

/** What routes are given. The worker's and the owner's connections are not here: no route may reach them. */
export interface AppContext extends AppPool {
  readonly log: Logger;
  /** Milliseconds since 1970; the only clock of the routes. */
  readonly clock: () => number;
  readonly analytics: Analytics;
  readonly intake: IntakeWriter;
  readonly imports: Imports;
  readonly mendings: Mendings;
  readonly syncs: Syncs;
  readonly writeKeys: WriteKeys;
  readonly samples: SampleCompanies;
  readonly dataFolder: DataFolder;
  /** Where people reach this instance: origin without a trailing slash, such as `https://cx.example.com`. */
  readonly publicUrl: string;
}
