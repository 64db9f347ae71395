import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import styles from './button.module.css';

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** A link to another screen that looks like a button. */
export const ButtonLink = createLink(({ ref, children, ...rest }: Props) => (
  <a {...rest} ref={ref} className={styles.button}>
    {children}
  </a>
));
