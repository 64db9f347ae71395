import type { Words } from '../../words/words.js';
import type { ConditionProblem } from './condition-problem.js';

/** What is wrong, where, and what to do. `segmentName`: of a segment, by its id. */
export function problemInWords(
  problem: ConditionProblem,
  { say }: Words,
  segmentName: (id: string) => string = (id) => id,
): string {
  const { path } = problem;
  switch (problem.type) {
    case 'unknown': {
      const { field, value, nearest } = problem;
      const hasNearest = nearest === null ? 'no' : 'yes';
      return say('understand.segment.problem.unknown', { path, field, value, hasNearest, nearest: nearest ?? '' });
    }
    case 'circle':
      return say('understand.segment.problem.circle', { path, way: problem.segments.map(segmentName).join(' → ') });
    case 'too-deep':
    case 'too-long':
    case 'too-many-clauses':
      return say(`understand.segment.problem.${problem.type}`, { path, most: problem.most });
    default:
      return say(`understand.segment.problem.${problem.type}`, { path });
  }
}
