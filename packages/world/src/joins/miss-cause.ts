import { DisjointSet } from '@throughline/core/resolve/disjoint-set';
import type { NodeRef } from '@throughline/core/resolve/node-ref';

/**
 * Why two identifiers of one human were not joined:
 *
 * - `never-signed-in`: one of them is a browser or telephone on which she never said who she is;
 * - `refused`: her own identifiers connect them, and a rule forbids it;
 * - `shared`: only what others have too connects them (a family's address, a firm's mailbox), which joins nobody;
 * - `misspelt`: they would be connected if an address were not misspelt;
 * - `renumbered`: they would be connected if the migration had kept her old number beside the new one;
 * - `nothing-in-common`: nothing that any system knows connects them.
 */
export type MissCause = 'never-signed-in' | 'refused' | 'shared' | 'misspelt' | 'renumbered' | 'nothing-in-common';

/** What is known of one human: her identifiers, those others have too, and which were named together. */
export interface KnownOf {
  readonly own: readonly NodeRef[];
  readonly shared: readonly NodeRef[];
  readonly misspelt: ReadonlySet<number>;
  /** Nodes, hers and others', of each record that names any of hers. */
  readonly together: readonly (readonly NodeRef[])[];
}

/** A judge of pairs of her own identifiers that were not joined. */
export function missCause({ own, shared, misspelt, together }: KnownOf): (a: NodeRef, b: NodeRef) => MissCause {
  const all = [...own, ...shared];
  const emails = all.filter(({ namespace, node }) => namespace === 'email' || misspelt.has(node));
  const numbers = all.filter(({ namespace }) => /^crm:(?:customers|before-migration)$/.test(namespace));
  const byOwn = connected(own, together);
  const byAll = connected(all, together);
  const spelt = connected(all, [...together, emails]);
  const kept = connected(all, [...together, emails, numbers]);
  const isDeviceAlone = (of: NodeRef): boolean =>
    all.every((node) => isDevice(node) || byAll(node) !== byAll(of)) && isDevice(of);
  return (a, b) => {
    if (isDeviceAlone(a) || isDeviceAlone(b)) return 'never-signed-in';
    if (byOwn(a) === byOwn(b)) return 'refused';
    if (byAll(a) === byAll(b)) return 'shared';
    if (misspelt.size > 0 && spelt(a) === spelt(b)) return 'misspelt';
    return kept(a) === kept(b) ? 'renumbered' : 'nothing-in-common';
  };
}

function isDevice({ namespace }: NodeRef): boolean {
  return namespace === 'anonymous_id' || namespace === 'device_id';
}

/** The part in which each of these nodes stands when all that is named together is one. */
function connected(nodes: readonly NodeRef[], together: readonly (readonly NodeRef[])[]): (node: NodeRef) => number {
  const places = new Map(nodes.map(({ node }, at) => [node, at]));
  const sets = new DisjointSet(nodes.length);
  for (const named of together) {
    let first: number | undefined;
    for (const { node } of named) {
      const at = places.get(node);
      if (at === undefined) continue;
      const root = sets.find(at);
      if (first === undefined) first = root;
      else if (root !== first) first = sets.uniteRoots(first, root);
    }
  }
  return ({ node }) => sets.find(places.get(node) ?? 0);
}
