import type { SourceFields } from '../../api/sources.js';
import { formText } from '../../format/form-text.js';

export function sourceOfForm(values: FormData): SourceFields {
  const team = formText(values, 'team');
  return {
    name: formText(values, 'name'),
    channel: formText(values, 'channel'),
    team: team === '' ? null : team,
    trust: Number(formText(values, 'trust')),
    zone: formText(values, 'zone'),
    country: formText(values, 'country'),
    currency: formText(values, 'currency'),
    groups: formText(values, 'groups') === 'household' ? 'household' : 'account',
  };
}
