import type { ClickHouseClient } from '@clickhouse/client';
import { coverageOf, kindsUsed } from '@throughline/core/resolve/who-knows-whom/coverage-of';
import { type JoiningFile, joiningFile } from '@throughline/core/resolve/who-knows-whom/joining-file';
import type { KnownPattern } from '@throughline/core/resolve/who-knows-whom/known-pattern';
import { countedFinding } from '@throughline/core/understand/findings/counted-finding';
import { findingIds } from '@throughline/core/understand/findings/finding';
import { type NextToAdd, nextToAdd } from '@throughline/core/understand/findings/next-to-add';
import type { InteractionKind } from '@throughline/core/understand/interaction-kind';
import type { ClientBase } from 'pg';
import type { IdentityFrame } from '../../resolve/customers/identity-frame.js';
import { readChannelCode } from '../../resolve/interactions/words.sql.js';
import { keysByKind } from '../kinds/keys-by-kind.js';
import {
  type Answered,
  askContactAfterOrder,
  askingOf,
  askOnlineAndStore,
  askSilent,
  askToldDuringComplaint,
  askUnknownOrders,
} from './ask-questions.js';
import { PersonSet } from './person-set.js';
import { completeUntil, countSharedIdentifiers, personsKnownBy, recognisedPersons } from './persons.sql.js';

export interface MeasuredFindings {
  /** One for each question, in the order of `findingIds`. */
  readonly findings: readonly Answered[];
  /** Null if nothing is missing that the rules know of. */
  readonly next: NextToAdd | null;
  /** The list that would join most, if one would join any. */
  readonly joiningFile: JoiningFile | undefined;
}

/** Asks every question of a workspace once, by rule. `patterns`: who knows whom; PostgreSQL may count it while the engine is asked. */
export async function measureFindings(
  analytics: { client(): ClickHouseClient },
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  patterns: Promise<readonly KnownPattern[]>,
): Promise<MeasuredFindings> {
  const keysOf = await keysByKind(analytics, client, workspace);
  const keys = (...kinds: readonly InteractionKind[]) => kinds.flatMap((kind) => keysOf.get(kind) ?? []);
  const asking = askingOf(analytics, workspace, {
    keys: {
      ...{ buy: keys('buy'), contact: keys('help', 'complaint'), complaint: keys('complaint') },
      ...{ solved: keys('solved'), told: keys('told') },
    },
    recognised: new PersonSet(await recognisedPersons(client, workspace)),
    completeUntil: await completeUntil(client, workspace),
  });
  const isDurable = (namespace: string): boolean => frame.rules.isDurable({ namespace, value: '' });
  const code = (channel: string) => readChannelCode(client, workspace, channel);
  const codes = async (...names: readonly string[]) => {
    const found: number[] = [];
    for (const name of names) found.push(...[await code(name)].filter((one) => one !== undefined));
    return found;
  };

  const answered = [
    await askOnlineAndStore(asking, { online: await codes('web', 'app'), store: await codes('store') }),
    await askSilent(asking),
    await askToldDuringComplaint(asking),
    await askUnknownOrders(asking),
    await sharedIdentifiers(client, workspace, frame, asking.recognised.size),
  ];
  const coverage = coverageOf(await patterns, isDurable);
  answered.push(
    await askContactAfterOrder(asking, async (sources) => {
      const used = new Set(
        coverage.systems
          .filter(({ source }) => sources.includes(source))
          .flatMap((system) => [...kindsUsed(system, isDurable)]),
      );
      const numbers = [...frame.namespaces].filter(([, name]) => used.has(name)).map(([number]) => number);
      return new PersonSet(await personsKnownBy(client, workspace, numbers));
    }),
  );
  const file = joiningFile(coverage, isDurable);
  const next = nextToAdd({
    kinds: new Set(keysOf.keys()),
    joinable: file?.upTo ?? 0,
    people: asking.recognised.size,
  });
  return {
    findings: findingIds.flatMap((id) => answered.filter((one) => one.id === id)),
    next,
    joiningFile: file,
  };
}

async function sharedIdentifiers(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  customers: number,
): Promise<Answered> {
  const reached = [...frame.namespaces].filter(([, name]) => name === 'email' || name === 'phone');
  const shared = await countSharedIdentifiers(
    client,
    workspace,
    reached.map(([number]) => number),
  );
  return { ...countedFinding('shared-identifier', shared.people, customers, shared.identifiers), look: shared.look };
}
