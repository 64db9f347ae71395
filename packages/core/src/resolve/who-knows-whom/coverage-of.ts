import { compareText } from '../compare-text.js';
import type { Coverage, CoveredPair, CoveredSystem } from './coverage.js';
import type { KnownPattern } from './known-pattern.js';

/** A kind of identifier by which a source knows a smaller share of its people is no kind it "uses". */
const leastShareOf1 = 0.05;

/** Who knows whom, from what is known about whom. `isDurable` says which kinds of identifier can join for good. */
export function coverageOf(patterns: readonly KnownPattern[], isDurable: (namespace: string) => boolean): Coverage {
  const sources = [...new Set(patterns.flatMap(({ known }) => known.map(({ source }) => source)))].sort(
    (a, b) => a - b,
  );
  const systems = sources.map((source) => systemOf(source, patterns));
  const used = new Map(systems.map((system) => [system.source, kindsUsed(system, isDurable)]));
  const knowing = systems.filter(({ people }) => people > 0);
  return {
    systems: [...systems].sort((a, b) => b.alone - a.alone || b.people - a.people || a.source - b.source),
    pairs: knowing.flatMap(({ source: from }) =>
      knowing
        .filter(({ source: to }) => to !== from)
        .map(({ source: to }) => pairOf(from, to, patterns, used.get(to) ?? nothing)),
    ),
  };
}

const nothing: ReadonlySet<string> = new Set();

function systemOf(source: number, patterns: readonly KnownPattern[]): CoveredSystem {
  const brings = new Map<string, number>();
  let [people, visitors, alone] = [0, 0, 0];
  for (const pattern of patterns) {
    const own = pattern.known.filter((one) => one.source === source);
    if (own.length === 0) continue;
    if (!pattern.recognised) {
      visitors += pattern.people;
      continue;
    }
    people += pattern.people;
    if (own.length === pattern.known.length) alone += pattern.people;
    for (const { namespace } of own) brings.set(namespace, (brings.get(namespace) ?? 0) + pattern.people);
  }
  return {
    source,
    people,
    visitors,
    alone,
    brings: [...brings]
      .map(([namespace, count]) => ({ namespace, people: count }))
      .sort((a, b) => b.people - a.people || compareText(a.namespace, b.namespace)),
  };
}

/** The durable kinds of identifier by which a source knows a fair part of its people. */
export function kindsUsed(
  { people, brings }: CoveredSystem,
  isDurable: (namespace: string) => boolean,
): ReadonlySet<string> {
  return new Set(
    brings
      .filter((kind) => isDurable(kind.namespace) && kind.people >= people * leastShareOf1)
      .map(({ namespace }) => namespace),
  );
}

function pairOf(
  from: number,
  to: number,
  patterns: readonly KnownPattern[],
  usedByTo: ReadonlySet<string>,
): CoveredPair {
  let [people, known, linkable] = [0, 0, 0];
  for (const pattern of patterns) {
    if (!pattern.recognised || !pattern.known.some(({ source }) => source === from)) continue;
    people += pattern.people;
    if (pattern.known.some(({ source }) => source === to)) known += pattern.people;
    else if (pattern.known.some(({ namespace }) => usedByTo.has(namespace))) linkable += pattern.people;
  }
  return { from, to, people, known, linkable };
}
