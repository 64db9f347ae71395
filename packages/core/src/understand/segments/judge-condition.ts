import { isZone } from '../../govern/is-zone.js';
import type { JsonValue } from '../../resolve/json-value.js';
import type { Clause, DeedClause, GroupClause, MemberClause, TraitClause } from './clause.js';
import { type Condition, zoneTrait } from './condition.js';
import { type JudgedDeed, judgeDeed } from './judge-deed.js';
import type { PersonHistory } from './person-history.js';
import { type PlacedInteraction, placedInteractions } from './placed-interaction.js';
import { valueHolds } from './value-test.js';
import { windowBounds } from './window-bounds.js';

/** What a condition is judged by, beside the person. */
export interface JudgingFrame {
  readonly momentMs: number;
  /** The workspace's, IANA name. */
  readonly zone: string;
  /** 0 is Sunday. */
  readonly weekStartsOn: number;
  /** Conditions of the segments that are referred to, by id. They must not go in a circle. */
  readonly segments: ReadonlyMap<string, Condition>;
}

/** The answer to each clause, in the shape of the condition. */
export type JudgedClause = { readonly holds: boolean } & (
  | { readonly clause: GroupClause; readonly parts: readonly JudgedClause[] }
  | { readonly clause: TraitClause; readonly value: JsonValue | undefined }
  | { readonly clause: DeedClause; readonly found: JudgedDeed['found'] }
  | { readonly clause: MemberClause; readonly parts: readonly JudgedClause[] }
);

/** Judges one person at a moment: what came later counts as not yet told. */
export function judgeCondition(condition: Condition, person: PersonHistory, frame: JudgingFrame): JudgedClause {
  const interactions = placedInteractions(person.interactions, frame.momentMs);
  return judgeWith(condition, { person, frame, interactions });
}

interface Judging {
  readonly person: PersonHistory;
  readonly frame: JudgingFrame;
  readonly interactions: readonly PlacedInteraction[];
}

function judgeWith(condition: Condition, judging: Judging): JudgedClause {
  const zone = condition.zone === 'person' ? zoneOf(judging.person, judging.frame.zone) : judging.frame.zone;
  return judgeClause(condition.where, judging, zone);
}

function judgeClause(clause: Clause, judging: Judging, zone: string): JudgedClause {
  const { person, frame, interactions } = judging;
  switch (clause.type) {
    case 'all':
    case 'any': {
      const parts = clause.of.map((part) => judgeClause(part, judging, zone));
      const isTrue = ({ holds }: JudgedClause): boolean => holds;
      return { clause, parts, holds: clause.type === 'all' ? parts.every(isTrue) : parts.some(isTrue) };
    }
    case 'not': {
      const part = judgeClause(clause.of, judging, zone);
      return { clause, parts: [part], holds: !part.holds };
    }
    case 'trait': {
      const value = person.traits.get(clause.trait);
      return { clause, value, holds: valueHolds(clause.test, value) };
    }
    case 'member': {
      const other = frame.segments.get(clause.segment);
      if (other === undefined) throw new Error(`the condition of segment ${clause.segment} is not at hand`);
      const part = judgeWith(other, judging);
      return { clause, parts: [part], holds: part.holds };
    }
    default: {
      const window = clause.type === 'since' ? undefined : clause.in;
      const bounds = windowBounds(window, { momentMs: frame.momentMs, zone, weekStartsOn: frame.weekStartsOn });
      return { clause, ...judgeDeed(clause, interactions, bounds, frame.momentMs) };
    }
  }
}

/** Where a person lives by what is said of her, else the workspace's zone. */
function zoneOf(person: PersonHistory, otherwise: string): string {
  return zoneOfTrait(person.traits.get(zoneTrait)) ?? otherwise;
}

export function zoneOfTrait(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && isZone(value) ? value : undefined;
}
