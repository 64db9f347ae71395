import { identifierInWords } from '@throughline/core/resolve/identifier-in-words';
import type { Words } from '@throughline/core/words/words';
import type { ClientBase } from 'pg';
import type { IdentityFrame } from '../customers/identity-frame.js';
import { countHubs, readHubs } from './hubs.sql.js';

export interface ListedHub {
  readonly namespace: string;
  readonly value: string;
  /** Id of what is recorded under it. */
  readonly id: string;
  readonly people: number;
  readonly interactions: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly sentence: string;
}

export interface DecidedHub {
  readonly namespace: string;
  readonly value: string;
  readonly decision: 'one-person' | 'leave-out';
}

export interface HubList {
  readonly count: number;
  /** Those with most people first. */
  readonly hubs: readonly ListedHub[];
  /** What people decided by value, in the rules in force. */
  readonly decided: readonly DecidedHub[];
}

const mostListed = 200;

export async function listHubs(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  words: Words,
): Promise<HubList> {
  const hubs = await readHubs(client, workspace, mostListed);
  return {
    count: hubs.length < mostListed ? hubs.length : await countHubs(client, workspace),
    hubs: hubs.map(({ namespace: code, value, id, people, interactions, firstAt, lastAt }) => {
      const namespace = frame.namespaces.get(code) ?? String(code);
      return {
        namespace,
        value,
        id,
        people,
        interactions,
        firstAt: firstAt?.toISOString() ?? null,
        lastAt: lastAt?.toISOString() ?? null,
        sentence: words.say('resolve.hub', { thing: identifierInWords(namespace, words), value, people, interactions }),
      };
    }),
    decided: decided(frame),
  };
}

function decided({ rules: { ruleSet } }: IdentityFrame): readonly DecidedHub[] {
  return Object.entries(ruleSet.namespaces)
    .flatMap(([namespace, rule]): readonly DecidedHub[] => [
      ...rule.onePersonValues.map((value) => ({ namespace, value, decision: 'one-person' as const })),
      ...rule.blockedValues.map((value) => ({ namespace, value, decision: 'leave-out' as const })),
    ])
    .slice(0, 1_000);
}
