import type { Identifier } from '@throughline/core/resolve/identifier';
import type { JoinRules } from '@throughline/core/resolve/join-rules';
import type { MatchRecord } from '@throughline/core/resolve/match-record';
import type { NodeRef } from '@throughline/core/resolve/node-ref';
import { addRegroupings, noRegroupings, type RegroupingCounts } from '@throughline/core/resolve/regrouping-counts';
import { regroupings } from '@throughline/core/resolve/regroupings';
import type { ClientBase } from 'pg';
import { matchKindOf, matchStrengthOf } from '../batch/codes.js';
import { identifierPage } from '../rehome/rehome.sql.js';
import { joinsAlike } from '../rules/joins-alike.js';
import { HangingTogether } from './hanging-together.js';
import { askedTraits, type OtherValues, readOtherValues } from './other-values.js';
import { lastMatch, lastNode, matchedNodes, namedNodes, wholeMatches } from './what-if.sql.js';
import { describeSamples, type WhatIfSample, WhatIfSamples } from './what-if-samples.js';

export interface WhatIf {
  readonly counts: RegroupingCounts;
  readonly samples: readonly WhatIfSample[];
  /** Identifiers that would no longer join anybody, or would join again; the first of each. */
  readonly newHubs: { readonly count: number; readonly some: readonly Identifier[] };
  readonly formerHubs: { readonly count: number; readonly some: readonly Identifier[] };
  /** For whom another value would be used; undefined if every trait is ruled alike. */
  readonly values: OtherValues | undefined;
}

type Regrouped = Omit<WhatIf, 'values'>;

export interface WhatIfProgress {
  readonly done: number;
  readonly total: number;
}

const matchesAtOnce = 10_000;
const identifiersAtOnce = 20_000;
/** Resolving so many takes some tens of milliseconds, for which nothing else in the process gets its turn. */
const nodesAtOnce = 2_000;
const mostHubs = 20;

interface Rules {
  readonly before: JoinRules;
  readonly after: JoinRules;
}

/**
 * What other rules would change: who would be somebody else, and which values we would use. What both rule alike is not looked at. The client's
 * transaction must be a snapshot. `onProgress` may throw to stop it.
 */
export async function readWhatIf(
  client: ClientBase,
  workspace: number,
  namespaces: ReadonlyMap<number, string>,
  rules: Rules,
  onProgress: (progress: WhatIfProgress) => void,
): Promise<WhatIf> {
  const [before, after] = [rules.before.ruleSet, rules.after.ruleSet];
  const last = { match: await lastMatch(client, workspace), node: await lastNode(client, workspace) };
  const asked = askedTraits(before, after);
  const forJoins = joinsAlike(before, after) ? 0 : last.match + last.node;
  const total = forJoins + (asked === undefined ? 0 : last.node);
  const onDone = (done: number): void => onProgress({ done, total });
  const regrouped = forJoins === 0 ? nobody : await readRegrouped(client, workspace, namespaces, rules, last, onDone);
  if (asked === undefined) return { ...regrouped, values: undefined };
  const values = await readOtherValues(client, workspace, asked, { before, after }, (person) =>
    onDone(forJoins + person),
  );
  return { ...regrouped, values };
}

const none = { count: 0, some: [] };
const nobody: Regrouped = { counts: noRegroupings, samples: [], newHubs: none, formerHubs: none };

/** Who would be somebody else: reads every match and resolves whatever hangs together twice, by the functions that resolve the log. */
async function readRegrouped(
  client: ClientBase,
  workspace: number,
  namespaces: ReadonlyMap<number, string>,
  rules: Rules,
  { match: matches, node: nodes }: { readonly match: number; readonly node: number },
  onDone: (done: number) => void,
): Promise<Regrouped> {
  const together = new HangingTogether(nodes, await cutUnderBoth(client, workspace, namespaces, rules));
  for (let after = 0; ; ) {
    const page = await matchedNodes(client, workspace, after, matchesAtOnce);
    const last = page.at(-1);
    if (last === undefined) break;
    for (const { match, kind, nodes: named } of page) together.add(match, named, matchKindOf(kind) !== 'different');
    after = last.match;
    onDone(after);
  }
  const found = { counts: noRegroupings, newHubs: new Sampled(), formerHubs: new Sampled() };
  const samples = new WhatIfSamples();
  let seen = 0;
  for (const part of together.parts(nodesAtOnce)) {
    const given = await readPart(client, workspace, namespaces, part);
    const changed = regroupings(given, rules.before, rules.after);
    found.counts = addRegroupings(found.counts, changed.regroupings);
    samples.add(changed.regroupings);
    found.newHubs.add(changed.newHubs);
    found.formerHubs.add(changed.formerHubs);
    seen += part.nodes.length;
    onDone(matches + seen);
  }
  return {
    counts: found.counts,
    samples: await describeSamples(client, workspace, samples.all, rules),
    newHubs: found.newHubs.sample,
    formerHubs: found.formerHubs.sample,
  };
}

/** Identifiers that both rule sets block: only namespaces in which both block anything are looked through. */
async function cutUnderBoth(
  client: ClientBase,
  workspace: number,
  namespaces: ReadonlyMap<number, string>,
  { before, after }: Rules,
): Promise<readonly number[]> {
  const blocks = (rules: JoinRules, namespace: string): boolean => {
    const { blockedValues, blockedPatterns } = rules.ruleOf(namespace);
    return blockedValues.length + blockedPatterns.length > 0 || rules.isBlocked({ namespace, value: '' });
  };
  const codes = [...namespaces].filter(([, name]) => blocks(before, name) && blocks(after, name)).map(([code]) => code);
  const cut: number[] = [];
  for (let from = 0; codes.length > 0; ) {
    const page = await identifierPage(client, workspace, codes, from, identifiersAtOnce);
    const last = page.at(-1);
    if (last === undefined) break;
    from = last.node;
    for (const { node, namespace: code, value } of page) {
      const identifier = { namespace: namespaces.get(code) ?? String(code), value };
      if (before.isBlocked(identifier) && after.isBlocked(identifier)) cut.push(node);
    }
  }
  return cut;
}

async function readPart(
  client: ClientBase,
  workspace: number,
  namespaces: ReadonlyMap<number, string>,
  part: { readonly nodes: readonly number[]; readonly matches: readonly number[] },
): Promise<{ readonly nodes: readonly NodeRef[]; readonly records: readonly MatchRecord[] }> {
  const nodes = (await namedNodes(client, workspace, part.nodes)).map(
    ({ node, namespace, value }): NodeRef => ({
      node,
      namespace: namespaces.get(namespace) ?? String(namespace),
      value,
    }),
  );
  const byNumber = new Map(nodes.map((node) => [node.node, node]));
  const records = (await wholeMatches(client, workspace, part.matches)).map(
    (row): MatchRecord => ({
      key: row.key,
      source: row.source,
      kind: matchKindOf(row.kind),
      strength: matchStrengthOf(row.strength),
      firstOccurredAt: row.firstAtMs,
      nodes: row.nodes.flatMap((node) => byNumber.get(node) ?? []),
    }),
  );
  return { nodes, records };
}

class Sampled {
  #count = 0;
  readonly #some: Identifier[] = [];

  add(nodes: readonly NodeRef[]): void {
    this.#count += nodes.length;
    for (const { namespace, value } of nodes) if (this.#some.length < mostHubs) this.#some.push({ namespace, value });
  }

  get sample(): { readonly count: number; readonly some: readonly Identifier[] } {
    return { count: this.#count, some: this.#some };
  }
}
