import type { Regrouping } from './regroupings.js';
import type { ResolvedPerson } from './resolve-component.js';

/** How many people a change of the rules touches. Somebody can be joined with another and be taken apart at once, and counts as both. */
export interface RegroupingCounts {
  /** People who would be one with somebody else, and how many people they would be together. */
  readonly joined: { readonly people: number; readonly into: number };
  /** People who would be taken apart, and how many people their parts would stand in. */
  readonly split: { readonly people: number; readonly into: number };
}

export const noRegroupings: RegroupingCounts = { joined: { people: 0, into: 0 }, split: { people: 0, into: 0 } };

export function addRegroupings(known: RegroupingCounts, more: readonly Regrouping[]): RegroupingCounts {
  return more.reduce((sum, regrouping) => {
    const { joined, split } = countsOf(regrouping);
    return {
      joined: { people: sum.joined.people + joined.people, into: sum.joined.into + joined.into },
      split: { people: sum.split.people + split.people, into: sum.split.into + split.into },
    };
  }, known);
}

export function countsOf({ before, after }: Regrouping): RegroupingCounts {
  return { joined: meeting(before, after), split: swap(meeting(after, before)) };
}

/** Of `these`, those of whom several share one of `those`. */
function meeting(these: readonly ResolvedPerson[], those: readonly ResolvedPerson[]): { people: number; into: number } {
  const thisOf = new Map(these.flatMap((person) => person.nodes.map(({ node }) => [node, person] as const)));
  const people = new Set<ResolvedPerson>();
  let into = 0;
  for (const { nodes } of those) {
    const sharing = new Set(nodes.flatMap(({ node }) => thisOf.get(node) ?? []));
    if (sharing.size < 2) continue;
    into += 1;
    for (const person of sharing) people.add(person);
  }
  return { people: people.size, into };
}

function swap({ people, into }: { people: number; into: number }): { people: number; into: number } {
  return { people: into, into: people };
}
