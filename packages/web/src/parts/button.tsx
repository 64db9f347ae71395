import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';
import styles from './button.module.css';

interface Props extends Omit<ButtonProps, 'className' | 'style' | 'isPending'> {
  /** `main`: the one act of a screen or dialog. `danger`: it removes something. `quiet`: beside text or in a row. */
  readonly look?: 'main' | 'plain' | 'danger' | 'quiet';
  /** What it does is under way: it keeps the focus, and pressing it again does nothing. */
  readonly isPending?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', isPending = false, onPress, ...rest }: Props) {
  return (
    <AriaButton
      {...rest}
      {...(isPending || onPress === undefined ? {} : { onPress })}
      data-pending={isPending || undefined}
      className={`${styles.button} ${styles[look]}`}
    />
  );
}
