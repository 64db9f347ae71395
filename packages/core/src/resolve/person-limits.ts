import { accountOf } from './account-of.js';
import { compareText } from './compare-text.js';
import type { JoinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import { mostWithin } from './most-within.js';
import type { NamespaceRule } from './namespace-rule.js';
import type { NodeRef } from './node-ref.js';
import type { RefusalReason } from './refused-join.js';

type LimitReason = Extract<RefusalReason, { type: 'limit' }>;

interface Limit {
  readonly reason: LimitReason;
  /** The accounts that count, for each node that has one. */
  readonly members: Map<number, number>;
  /** When each account was first seen; only limits within days ask. */
  readonly firstSeen: ReadonlyMap<number, number>;
}

/**
 * The limits that one raw component could break, and what each cluster of it holds of them so far.
 *
 * Limits that the whole component keeps are dropped at once: a union can only make them worse, so no union breaks them.
 * A node's sources are those of the messages that name it, held or refused.
 */
export class PersonLimits {
  readonly #limits: readonly Limit[];
  /** Per limit, the accounts of each cluster, by its root. */
  readonly #held: readonly Map<number, Set<number>>[];

  constructor(
    nodes: readonly NodeRef[],
    indexOf: ReadonlyMap<number, number>,
    records: readonly MatchRecord[],
    rules: JoinRules,
  ) {
    this.#limits = breakable(nodes, indexOf, records, rules);
    this.#held = this.#limits.map(
      ({ members }) => new Map([...members].map(([at, account]) => [at, new Set([account])] as const)),
    );
  }

  get areKeptByAll(): boolean {
    return this.#limits.length === 0;
  }

  /** The first limit (by namespace, the person's own before those of a source) that uniting two roots would break. */
  brokenBy(rootA: number, rootB: number): LimitReason | undefined {
    for (const [at, limit] of this.#limits.entries()) {
      const a = this.#held[at]?.get(rootA);
      const b = this.#held[at]?.get(rootB);
      if (a === undefined || b === undefined || sizeOfUnion(a, b) <= limit.reason.limit) continue;
      if (limit.reason.withinDays === undefined || isBrokenBy(limit, new Set([...a, ...b]))) return limit.reason;
    }
    return undefined;
  }

  unite(kept: number, gone: number): void {
    for (const held of this.#held) {
      const moving = held.get(gone);
      if (moving === undefined) continue;
      held.delete(gone);
      const staying = held.get(kept);
      if (staying === undefined) held.set(kept, moving);
      else for (const account of moving) staying.add(account);
    }
  }
}

function isBrokenBy({ reason, firstSeen }: Limit, accounts: ReadonlySet<number>): boolean {
  const instants = [...accounts].map((account) => firstSeen.get(account) ?? 0);
  return mostWithin(instants, reason.withinDays ?? null) > reason.limit;
}

function sizeOfUnion(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let size = large.size;
  for (const account of small) if (!large.has(account)) size++;
  return size;
}

function breakable(
  nodes: readonly NodeRef[],
  indexOf: ReadonlyMap<number, number>,
  records: readonly MatchRecord[],
  rules: JoinRules,
): readonly Limit[] {
  const limits = new Map<string, Omit<Limit, 'firstSeen'>>();
  const count = (reason: LimitReason, at: number): void => {
    const key = `${reason.namespace}\n${reason.source ?? ''}`;
    const limit = limits.get(key);
    if (limit === undefined) limits.set(key, { reason, members: new Map([[at, 0]]) });
    else limit.members.set(at, 0);
  };
  const crowdedNamespaces = namespacesOverAnyLimit(nodes, rules);
  if (crowdedNamespaces.size === 0) return [];
  nodes.forEach(({ namespace }, at) => {
    const rule = crowdedNamespaces.get(namespace);
    const limit = rule?.limitPerPerson ?? null;
    const withinDays = rule?.limitWithinDays ?? null;
    if (limit === null) return;
    count({ type: 'limit', namespace, limit, ...(withinDays === null ? {} : { withinDays }) }, at);
  });
  for (const record of records) {
    if (record.kind === 'same' || record.kind === 'different') continue;
    for (const { node, namespace } of record.nodes) {
      const limit = crowdedNamespaces.get(namespace)?.limitPerPersonAndSource ?? null;
      const at = limit === null ? undefined : indexOf.get(node);
      if (limit !== null && at !== undefined) count({ type: 'limit', namespace, limit, source: record.source }, at);
    }
  }
  const crowded = [...limits.values()].filter(({ reason, members }) => members.size > reason.limit);
  if (crowded.length === 0) return [];
  const account = accountOf(indexOf, records);
  for (const { members } of crowded) for (const at of members.keys()) members.set(at, account(at));
  const isTimed = crowded.some(({ reason }) => reason.withinDays !== undefined);
  const firstSeen = isTimed ? firstSeenOf(indexOf, records, account) : new Map<number, number>();
  return crowded
    .map((limit): Limit => ({ ...limit, firstSeen }))
    .filter((limit) => {
      const accounts = new Set(limit.members.values());
      return accounts.size > limit.reason.limit && isBrokenBy(limit, accounts);
    })
    .sort(
      ({ reason: a }, { reason: b }) => compareText(a.namespace, b.namespace) || (a.source ?? -1) - (b.source ?? -1),
    );
}

/** When anything first named an account: held or refused, so that it does not depend on who is who. */
function firstSeenOf(
  indexOf: ReadonlyMap<number, number>,
  records: readonly MatchRecord[],
  account: (at: number) => number,
): ReadonlyMap<number, number> {
  const firsts = new Map<number, number>();
  for (const record of records) {
    if (record.kind === 'different') continue;
    for (const { node } of record.nodes) {
      const at = indexOf.get(node);
      if (at === undefined) continue;
      const of = account(at);
      firsts.set(of, Math.min(record.firstOccurredAt, firsts.get(of) ?? record.firstOccurredAt));
    }
  }
  return firsts;
}

/** Most components have one of each kind: counting by namespace alone settles them. */
function namespacesOverAnyLimit(nodes: readonly NodeRef[], rules: JoinRules): ReadonlyMap<string, NamespaceRule> {
  const counts = new Map<string, number>();
  for (const { namespace } of nodes) counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  const over = new Map<string, NamespaceRule>();
  for (const [namespace, count] of counts) {
    const rule = rules.ruleOf(namespace);
    const least = Math.min(
      rule.limitPerPerson ?? Number.POSITIVE_INFINITY,
      rule.limitPerPersonAndSource ?? Number.POSITIVE_INFINITY,
    );
    if (count > least) over.set(namespace, rule);
  }
  return over;
}
