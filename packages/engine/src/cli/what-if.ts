import { setTimeout as pause } from 'node:timers/promises';
import type { WorkspaceClient } from './api-client.js';
import { CliFailure, exitCode } from './cli-failure.js';
import { plainText } from './print.js';
import { ProgressLine } from './progress-line.js';

interface Part {
  readonly identifiers: readonly { readonly namespace: string; readonly value: string }[];
  readonly moreIdentifiers: number;
}

export interface WhatIfAnswer {
  readonly id: string;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  readonly progress: { readonly done: number; readonly total: number };
  readonly opening: string | null;
  readonly newHubs: Hubs | null;
  readonly formerHubs: Hubs | null;
  readonly samples: readonly {
    readonly kind: 'joined' | 'split';
    readonly before: {
      readonly persons: readonly (Part & { readonly id: string; readonly name: string | null })[];
      readonly more: number;
    };
    readonly after: {
      readonly persons: readonly (Part & { readonly name: string | null })[];
      readonly more: number;
    };
  }[];
  /** For whom another value would be used; null where no trait is ruled otherwise. */
  readonly values: {
    readonly traits: readonly { readonly trait: string; readonly people: number }[];
    readonly samples: readonly {
      readonly id: string;
      readonly name: string | null;
      readonly trait: string;
      readonly before: Used;
      readonly after: Used;
    }[];
  } | null;
}

interface Used {
  readonly value: unknown;
  readonly why: string;
}

interface Hubs {
  readonly count: number;
  readonly some: Part['identifiers'];
}

const everyMs = 500;

/** Asks what rules would change, and waits for the answer. */
export async function askWhatIf(client: WorkspaceClient, document: unknown): Promise<WhatIfAnswer> {
  const line = new ProgressLine();
  let asked = await client.post<WhatIfAnswer>('/rules/what-if', { document });
  while (asked.state === 'running') {
    const { done, total } = asked.progress;
    line.say(total === 0 ? 'waiting …' : `${Math.floor((100 * done) / total)} % looked at`);
    await pause(everyMs);
    asked = await client.get<WhatIfAnswer>(`/rules/what-if/${asked.id}`);
  }
  line.end();
  if (asked.state === 'done') return asked;
  throw new CliFailure(
    exitCode.failed,
    asked.state === 'stopped'
      ? 'the question was stopped, or somebody asked another one'
      : 'what the rules would change could not be found out; the log of the server says why',
  );
}

export function whatIfPage({ opening, newHubs, formerHubs, samples, values }: WhatIfAnswer): string {
  return [
    opening ?? '',
    ...hubLines('Would join nobody any more', newHubs),
    ...hubLines('Would join again', formerHubs),
    ...samples.flatMap(({ before, after }) => [
      '',
      ...before.persons.map((person) => `  now   ${person.name ?? person.id}: ${partInWords(person)}`),
      ...more(before.more),
      ...after.persons.map(
        (person) => `  then  ${person.name === null ? '' : `${person.name}: `}${partInWords(person)}`,
      ),
      ...more(after.more),
    ]),
    ...(values?.traits ?? []).map(({ trait, people }) => `${trait}: ${people} people`),
    ...(values?.samples ?? []).flatMap(({ id, name, trait, before, after }) => [
      '',
      plainText(`  ${name ?? id}, ${trait}`),
      `  now   ${valueLine(before)}`,
      `  then  ${valueLine(after)}`,
    ]),
  ].join('\n');
}

const valueLine = ({ value, why }: Used): string =>
  `${plainText(typeof value === 'string' ? value : JSON.stringify(value))}: ${why}`;

function hubLines(label: string, hubs: Hubs | null): readonly string[] {
  if (hubs === null || hubs.count === 0) return [];
  const left = hubs.count - hubs.some.length;
  const listed = hubs.some.map(({ namespace, value }) => `${namespace} ${value}`).join(', ');
  return [`${label}: ${listed}${left === 0 ? '' : ` and ${left} more`}.`];
}

function partInWords({ identifiers, moreIdentifiers }: Part): string {
  const listed = identifiers.map(({ namespace, value }) => `${namespace} ${value}`).join(', ');
  return moreIdentifiers === 0 ? listed : `${listed} and ${moreIdentifiers} more`;
}

const more = (count: number): readonly string[] => (count === 0 ? [] : [`        and ${count} more`]);
