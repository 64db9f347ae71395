import { messageKindOf } from '@throughline/core/collect/message-kind';
import { parseTime } from '@throughline/core/collect/parse-time';
import { rawIdentifiers } from '@throughline/core/collect/raw-identifiers';
import type { Identifier } from '@throughline/core/resolve/identifier';
import { normaliseIdentifier } from '@throughline/core/resolve/normalise-identifier';
import type { SampleCompany } from '../sample-company.js';
import { messagesOf } from './messages-of.js';

/** Whom one message of the company names, as the engine reads it. */
export interface Naming {
  /** Place of its system in the company: it tells sources apart. */
  readonly source: number;
  readonly occurredAtMs: number;
  /** Normalised; empty if it names nobody. */
  readonly identifiers: readonly Identifier[];
}

/** Whom each message of each system names. A message that cannot be read throws: nothing of a company is set aside. */
export function* namingsOf({ systems }: SampleCompany): Generator<Naming> {
  for (const [source, system] of systems.entries()) {
    const { zone, country } = system.source;
    const normalised = normaliser(country);
    for (const file of system.files) {
      for (const message of messagesOf(file)) {
        const kind = messageKindOf(message.type);
        const at = parseTime(message.timestamp, zone);
        const raw = kind === undefined ? undefined : rawIdentifiers(kind, message, undefined);
        if (raw === undefined || 'type' in raw || at === undefined)
          throw new Error(`${file.name} holds what is no message: ${JSON.stringify(message)}`);
        const identifiers = raw.flatMap(({ namespace, value }) => normalised(namespace, value) ?? []);
        yield { source, occurredAtMs: at.atMs, identifiers };
      }
    }
  }
}

/** Reading a telephone number takes longer than all else, and a customer has few: each value is read once. */
function normaliser(defaultCountry: string): (namespace: string, value: string) => Identifier | undefined {
  const known = new Map<string, Identifier | undefined>();
  return (namespace, value) => {
    const name = `${namespace} ${value}`;
    if (!known.has(name)) {
      const read = normaliseIdentifier({ namespace, value }, { defaultCountry });
      known.set(name, read.type === 'identifier' ? read.identifier : undefined);
    }
    return known.get(name);
  };
}
