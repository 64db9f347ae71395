import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { rememberedDays } from '../batch/count-once.js';

const usualDays = 90;

/** After how many days the log moves into the archive, as the environment says. Errors: `archive.days-invalid`. */
export function keptLogDays(setting: string | undefined): number {
  if (setting === undefined || setting === '') return usualDays;
  const days = Number(setting);
  if (/^\d{1,5}$/.test(setting) && days > rememberedDays) return days;
  throw new ThroughlineError(
    'archive.days-invalid',
    `THROUGHLINE_LOG_DAYS is ${JSON.stringify(setting)}: give a whole number of days, ${rememberedDays + 1} or more`,
  );
}
