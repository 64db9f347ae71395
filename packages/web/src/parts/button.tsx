import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';
import styles from './button.module.css';

interface Props extends Omit<ButtonProps, 'className' | 'style'> {
  /** `main`: the one act of a screen or dialog. `danger`: it removes something. `quiet`: beside text or in a row. */
  readonly look?: 'main' | 'plain' | 'danger' | 'quiet';
}

export function Button({ look = 'plain', ...rest }: Props) {
  return <AriaButton {...rest} className={`${styles.button} ${styles[look]}`} />;
}
