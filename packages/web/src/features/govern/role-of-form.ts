import type { Role } from '../../api/me.js';

/** The smaller right unless the larger was chosen. */
export function roleOfForm(values: FormData): Role {
  return values.get('role') === 'admin' ? 'admin' : 'viewer';
}
