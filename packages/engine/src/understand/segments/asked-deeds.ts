import { type DeedClause, isDeed } from '@throughline/core/understand/segments/clause';
import { clausesOf } from '@throughline/core/understand/segments/clauses-of';
import type { Condition } from '@throughline/core/understand/segments/condition';
import {
  type Bounds,
  dependsOnZone,
  type WindowClock,
  windowBounds,
} from '@throughline/core/understand/segments/window-bounds';

/** A deed with the bounds that its window has in some zones. */
export interface AskedDeed {
  readonly clause: DeedClause;
  readonly bounds: Bounds;
  /** Empty: for everybody whom no other bounds of this deed are for. */
  readonly zones: readonly string[];
}

/** What must be asked of everybody for one condition, by clause. `zones`: those that persons live in, other than the workspace's. */
export function askedDeeds(
  condition: Condition,
  clock: WindowClock,
  zones: readonly string[],
): ReadonlyMap<DeedClause, readonly AskedDeed[]> {
  return new Map(
    deedsIn(condition).map((clause) => {
      const window = windowOf(clause);
      const usual = windowBounds(window, clock);
      const byBounds = new Map<string, { readonly bounds: Bounds; readonly zones: string[] }>();
      for (const zone of goesByPerson(condition, clause) ? zones : []) {
        const bounds = windowBounds(window, { ...clock, zone });
        const key = `${bounds.from} ${bounds.to}`;
        const known = byBounds.get(key);
        if (known === undefined) byBounds.set(key, { bounds, zones: [zone] });
        else known.zones.push(zone);
      }
      byBounds.delete(`${usual.from} ${usual.to}`);
      const variants = [...byBounds.values()].map((variant) => ({ clause, ...variant }));
      return [clause, [...variants, { clause, bounds: usual, zones: [] }]];
    }),
  );
}

/** Whether the condition is another one for people who live in another zone. */
export function dependsOnPersonsZone(condition: Condition): boolean {
  return deedsIn(condition).some((clause) => goesByPerson(condition, clause));
}

function deedsIn(condition: Condition): readonly DeedClause[] {
  return clausesOf(condition.where).flatMap(({ clause }) => (isDeed(clause) ? [clause] : []));
}

function goesByPerson(condition: Condition, clause: DeedClause): boolean {
  return condition.zone === 'person' && dependsOnZone(windowOf(clause));
}

const windowOf = (clause: DeedClause) => (clause.type === 'since' ? undefined : clause.in);
