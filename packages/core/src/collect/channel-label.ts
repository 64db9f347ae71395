import type { Words } from '../words/words.js';
import { knownChannels } from './channel.js';

/** What a person reads for a channel; a channel of the company's own is read as it is spelt. */
export function channelLabel(name: string, { say }: Words): string {
  const known = knownChannels.find((channel) => channel === name);
  if (known !== undefined) return say(`collect.channel.${known}`);
  return name.replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase());
}
