import type { SampleSource } from '../sample-system.js';

type Settings = Omit<SampleSource, 'completeUntil'>;

/** Settings of a source; what is not said is as most systems of the company have it. */
export function sourceNamed(
  name: string,
  settings: Pick<Settings, 'channel' | 'team' | 'trust' | 'zone'> & Partial<Settings>,
): Settings {
  return { name, country: 'DE', currency: 'EUR', groups: 'household', key: 'server', ...settings };
}
