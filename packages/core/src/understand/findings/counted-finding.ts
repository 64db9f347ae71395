import { isTold } from '../figures/estimate.js';
import { personShare } from '../figures/person-share.js';
import { type Finding, type FindingId, fewestPeople } from './finding.js';

/** A finding that compares nothing: so many of so many, each of them seen. Told as a share once that is exact enough. */
export function countedFinding(id: FindingId, people: number, of: number, number = 0): Finding {
  const share = of === 0 ? null : personShare(people, of);
  const state = of === 0 ? 'not-asked' : people >= fewestPeople ? 'found' : people > 0 ? 'too-early' : 'nothing';
  return {
    id,
    state,
    people,
    of,
    share: share !== null && isTold(share) ? share : null,
    ordinary: null,
    number,
    leftOut: 0,
  };
}
