import { say } from '../words/say.js';
import { knownChannels } from './channel.js';

const labels = new Map<string, string>(knownChannels.map((name) => [name, say(`collect.channel.${name}`)]));

/** What a person reads for a channel; a channel of the company's own is read as it is spelt. */
export function channelLabel(name: string): string {
  return labels.get(name) ?? name.replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase());
}
