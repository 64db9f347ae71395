import { wantedParts } from '@throughline/core/resolve/find/findable-part';
import type { FoundBecause } from '@throughline/core/resolve/find/found-in-words';
import { fitOf, type SearchPlan, searchPlan, searchSteps } from '@throughline/core/resolve/find/search-plan';
import { searchTerms } from '@throughline/core/resolve/find/search-terms';
import type { ClientBase } from 'pg';
import { identifiersContaining, type PersonWords, personsByWords, wordsLike } from './alike.sql.js';
import type { IdentityFrame } from './identity-frame.js';
import { identifierBeginnings, identifiersMeant } from './meant-identifiers.js';
import { findByIdentifiers, findByPrefix } from './search.sql.js';

export interface PeopleWanted {
  readonly q: string;
  /** Customers alone, visitors alone, or (undefined) both. */
  readonly recognised: boolean | undefined;
  readonly limit: number;
}

export interface FoundPerson {
  readonly person: number;
  readonly because: readonly FoundBecause[];
}

/** What somebody was found by, how well it fits (0 to 1), and when they were last here. */
interface Hit {
  readonly person: number;
  readonly fit: number;
  readonly lastAtMs: number;
  readonly because: readonly FoundBecause[];
}

const wordsEach = 60;
/** Of the very many of one name, so many are looked at for the latest. */
const mostOfOneName = 200;
const fitOfBeginning = 0.85;
const fitOfPart = 0.6;

/**
 * The people somebody may mean who types this, best first: by what they are known by, by a name that is (like) theirs in any order of its words, by
 * postcode, by a part of an identifier. Who is found by a whole e-mail address or phone number was meant; nothing else is looked for then.
 */
export async function findPeople(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  wanted: PeopleWanted,
): Promise<readonly FoundPerson[]> {
  const { q, limit } = wanted;
  const meant = identifiersMeant(frame, q);
  const exact: Hit[] = [];
  for (const identifier of meant) {
    const because = [{ type: 'identifier', how: 'is', namespace: identifier.name }] as const;
    for (const person of await findByIdentifiers(client, workspace, [identifier], wanted.recognised)) {
      exact.push({ person, fit: 2, lastAtMs: 0, because });
    }
  }
  if (exact.length > 0 && meant.some(({ isUnmistakable }) => isUnmistakable)) return merged(exact, limit);
  let hits = [...exact, ...(await byName(client, wanted))];
  if (isFull(hits, limit, fitOfBeginning)) return merged(hits, limit);
  hits = [...hits, ...(await byBeginning(client, workspace, frame, wanted))];
  if (isFull(hits, limit, fitOfPart)) return merged(hits, limit);
  return merged([...hits, ...(await byPart(client, frame, wanted))], limit);
}

/** There is no room for anybody who fits no better than this. */
function isFull(hits: readonly Hit[], limit: number, fit: number): boolean {
  return new Set(hits.filter((hit) => hit.fit > fit).map(({ person }) => person)).size >= limit;
}

async function byName(client: ClientBase, { q, recognised, limit }: PeopleWanted): Promise<readonly Hit[]> {
  const terms = searchTerms(q);
  if (terms.length === 0) return [];
  const known = await wordsLike(
    client,
    terms.flatMap(({ words }) => words),
    wordsEach,
  );
  const plan = searchPlan(terms, known);
  const { all, any } = searchSteps(plan);
  const found = new Map<number, PersonWords>();
  for (const steps of [all, any]) {
    if (found.size > 0) break;
    for (const groups of steps) {
      for (const row of await personsByWords(client, groups, kinds(recognised), mostOfOneName)) {
        found.set(row.person, row);
      }
      if (found.size >= limit) break;
    }
  }
  return [...found.values()].map((row) => asHit(row, plan));
}

function asHit({ person, words, lastAtMs }: PersonWords, plan: SearchPlan): Hit {
  const { fit, name, postcode } = fitOf(plan, words);
  const because: FoundBecause[] = [];
  if (name !== undefined) because.push({ type: 'name', how: name });
  if (postcode !== undefined) because.push({ type: 'postcode', postcode });
  return { person, fit, lastAtMs: lastAtMs ?? 0, because };
}

async function byBeginning(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  { q, recognised, limit }: PeopleWanted,
): Promise<readonly Hit[]> {
  const ranges = identifierBeginnings(frame, q, recognised);
  if (ranges.length === 0) return [];
  const search = { ranges, recognised, name: '', except: [], after: undefined, limit };
  const hits = await findByPrefix(client, workspace, search);
  return hits.flatMap(({ person, range, isWanted }) => {
    const namespace = frame.namespaces.get(ranges[range]?.namespace ?? 0);
    return !isWanted || namespace === undefined
      ? []
      : [{ person, fit: fitOfBeginning, lastAtMs: 0, because: [{ type: 'identifier', how: 'begins', namespace }] }];
  });
}

async function byPart(
  client: ClientBase,
  frame: IdentityFrame,
  { q, recognised, limit }: PeopleWanted,
): Promise<readonly Hit[]> {
  const hits: Hit[] = [];
  for (const part of wantedParts(q)) {
    for (const { person, namespace: code } of await identifiersContaining(client, part, kinds(recognised), limit)) {
      const namespace = frame.namespaces.get(code);
      if (namespace === undefined) continue;
      hits.push({ person, fit: fitOfPart, lastAtMs: 0, because: [{ type: 'identifier', how: 'contains', namespace }] });
    }
  }
  return hits;
}

/** Each person once, by the best of the hits, with all the reasons that are not said by a better one of the same kind. */
function merged(hits: readonly Hit[], limit: number): readonly FoundPerson[] {
  const best = new Map<number, Hit>();
  for (const hit of hits) {
    const known = best.get(hit.person);
    best.set(hit.person, known === undefined ? hit : together(known, hit));
  }
  return [...best.values()]
    .sort((a, b) => b.fit - a.fit || b.lastAtMs - a.lastAtMs || a.person - b.person)
    .slice(0, limit)
    .map(({ person, because }) => ({ person, because }));
}

function together(first: Hit, second: Hit): Hit {
  const said = new Set(first.because.map(kindOf));
  return {
    person: first.person,
    fit: Math.max(first.fit, second.fit),
    lastAtMs: Math.max(first.lastAtMs, second.lastAtMs),
    because: [...first.because, ...second.because.filter((one) => !said.has(kindOf(one)))],
  };
}

const kindOf = (because: FoundBecause): string =>
  because.type === 'identifier' ? `identifier ${because.namespace}` : because.type;

const kinds = (recognised: boolean | undefined): readonly boolean[] =>
  recognised === undefined ? [true, false] : [recognised];
