import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField';
import { word } from '../words/word.js';
import styles from './field.module.css';

interface Props extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly hint?: string;
  /** Several lines, for text that is read as it is: this many rows. */
  readonly rows?: number;
  /** What to say when the value does not fit; without it, what the browser says. */
  readonly wrong?: string;
}

export function TextField({ label, hint, rows, wrong, ...rest }: Props) {
  return (
    <AriaTextField {...rest} className={styles.field ?? ''}>
      <Label className={styles.label ?? ''}>
        {label}
        {rest.isRequired === true ? null : <span className={styles.optional}> {word('app.optional')}</span>}
      </Label>
      {rows === undefined ? (
        <Input className={styles.input ?? ''} />
      ) : (
        <TextArea className={`${styles.input} ${styles.area}`} rows={rows} spellCheck={false} />
      )}
      {hint === undefined ? null : (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>
        {({ validationDetails, defaultChildren }) =>
          validationDetails.valueMissing ? word('app.required') : (wrong ?? defaultChildren)
        }
      </FieldError>
    </AriaTextField>
  );
}
