import { SelectField } from '../../parts/select-field.js';
import { word } from '../../words/word.js';

export function RoleField({ label }: { readonly label: string }) {
  const choices = (['viewer', 'admin'] as const).map((role) => ({ value: role, label: word(`users.role.${role}`) }));
  return <SelectField label={label} name="role" choices={choices} initial="viewer" />;
}
