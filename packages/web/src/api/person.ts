import { queryOptions } from '@tanstack/react-query';
import type { Identifier } from './identifier.js';
import { path } from './path.js';
import { request } from './request.js';

export interface KnownIdentifier extends Identifier {
  readonly firstAt: string;
  readonly sources: readonly string[];
}

interface Claim {
  readonly value: unknown;
  readonly source: string;
  readonly at: string;
}

export interface GoldenTrait extends Claim {
  readonly trait: string;
  readonly rule: string;
  readonly conflicts: readonly Claim[];
}

/** Somebody else of a household or account, with what to call them. */
export interface GroupMember {
  readonly id: string;
  readonly name: string | null;
  readonly recognised: boolean;
  readonly identifiers: readonly Identifier[];
}

export interface Group {
  readonly kind: string;
  readonly value: string;
  readonly traits: Readonly<Record<string, unknown>>;
  /** At most twenty of the others. */
  readonly members: readonly GroupMember[];
  /** Not counted beyond 1,000. */
  readonly others: number;
}

export interface Person {
  readonly id: string;
  /** The id this person has now; another than the one asked for once people were joined. */
  readonly currentId: string;
  readonly name: string | null;
  readonly recognised: boolean;
  readonly identifiers: readonly KnownIdentifier[];
  readonly golden: readonly GoldenTrait[];
  readonly channels: readonly string[];
  readonly interactions: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly groups: readonly Group[];
}

export interface PersonAnswer {
  readonly person: Person;
  readonly opening: string;
  /** How sure we are that this is one person, in sentences. */
  readonly sure: readonly string[];
}

export const person = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'person', id],
    queryFn: ({ signal }) => request<PersonAnswer>(path(workspace, '/customers/{}', [id]), { signal }),
  });
