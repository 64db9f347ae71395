import { TextField } from '../../parts/text-field.js';
import { word } from '../../words/word.js';

const least = 10;

/** A password to be chosen. Pasting and password managers are welcome. */
export function PasswordField({ label, name }: { readonly label: string; readonly name: string }) {
  return (
    <TextField
      label={label}
      name={name}
      type="password"
      autoComplete="new-password"
      minLength={least}
      maxLength={128}
      isRequired
      hint={word('field.passwordHint', { least })}
      wrong={word('field.passwordShort', { least })}
    />
  );
}
