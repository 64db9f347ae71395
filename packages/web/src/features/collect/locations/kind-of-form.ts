import { type LocationKind, locationKinds } from '../../../api/locations.js';
import { formText } from '../../../format/form-text.js';

export function kindOfForm(values: FormData): LocationKind {
  return locationKinds.find((kind) => kind === formText(values, 'kind')) ?? 'other';
}
