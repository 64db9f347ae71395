import type { AnalyticsLimits } from './analytics-limits.js';
import { badArgument } from './query-error.js';
import { quoteText } from './quote-sql.js';

/**
 * The settings of one statement as the text behind SETTINGS: the client's own, with our ceilings over them.
 * A lower value of the client's wins; 0, which means unlimited, does not. They hold for this statement alone.
 */
export function capSettings(asked: ReadonlyMap<string, string>, limits: AnalyticsLimits): string {
  const settings = new Map(asked);
  settings.set('max_execution_time', lower(asked.get('max_execution_time'), limits.querySeconds));
  settings.set('max_memory_usage', lower(asked.get('max_memory_usage'), limits.queryBytes));
  settings.set('max_result_bytes', lower(asked.get('max_result_bytes'), limits.resultBytes));
  settings.set('timeout_overflow_mode', 'throw');
  settings.set('result_overflow_mode', 'throw');
  return [...settings].map(([name, value]) => `${settingName(name)} = ${quoteText(value)}`).join(', ');
}

function lower(asked: string | undefined, ceiling: number): string {
  const value = Number(asked ?? 0);
  return String(value > 0 && value < ceiling ? value : ceiling);
}

function settingName(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/i.test(name)) throw badArgument(`${JSON.stringify(name)} is not the name of a setting`);
  return name;
}
