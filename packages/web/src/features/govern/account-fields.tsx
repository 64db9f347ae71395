import { TextField } from '../../parts/text-field.js';
import { word } from '../../words/word.js';
import { PasswordField } from './password-field.js';

/** Who somebody is and how they will sign in. */
export function AccountFields() {
  return (
    <>
      <TextField label={word('field.name')} name="name" autoComplete="name" isRequired />
      <TextField label={word('field.email')} name="email" type="email" autoComplete="username" isRequired />
      <PasswordField label={word('field.password')} name="password" />
    </>
  );
}
