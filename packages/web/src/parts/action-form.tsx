import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Form } from 'react-aria-components/Form';
import { word } from '../words/word.js';
import styles from './action-form.module.css';
import { Button } from './button.js';
import { InlineProblem } from './inline-problem.js';

interface Props {
  readonly children: ReactNode;
  readonly submit: string;
  /** Does what the form is for. Its rejection is shown above the buttons and the fields keep their values. */
  readonly action: (values: FormData) => Promise<unknown>;
  readonly look?: 'main' | 'danger';
  readonly onCancel?: () => void;
  readonly extra?: ReactNode;
}

/** Fields, one act, and what became of it. While it is under way a second press does nothing. */
export function ActionForm({ children, submit, action, look = 'main', onCancel, extra }: Props) {
  const act = useMutation({ mutationFn: action });
  return (
    <Form
      className={styles.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        if (!act.isPending) act.mutate(new FormData(event.currentTarget));
      }}
    >
      {children}
      {act.error === null ? null : <InlineProblem error={act.error} />}
      <div className={styles.buttons}>
        <Button type="submit" look={look} isPending={act.isPending}>
          {submit}
        </Button>
        {onCancel === undefined ? null : <Button onPress={onCancel}>{word('app.cancel')}</Button>}
        {extra}
      </div>
    </Form>
  );
}
