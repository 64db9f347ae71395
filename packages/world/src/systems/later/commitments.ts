import type { Profile } from '../../profile.js';
import { sourceNamed } from '../source-named.js';
import type { SystemDesign } from '../system-design.js';
import { offers } from './offers.js';
import { promises } from './promises.js';

/** What the company said that it would do. */
export function commitments(profile: Profile): SystemDesign {
  return {
    key: 'commitments',
    kind: 'later',
    about: 'what was promised to customers, and what is offered to them',
    source: sourceNamed('Commitments', { channel: 'email', team: 'Service', trust: 40, zone: 'UTC' }),
    files: [promises, offers(profile)],
  };
}
