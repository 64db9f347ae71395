import type { ReactNode } from 'react';
import { ActionForm } from './action-form.js';
import { Sheet } from './sheet.js';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly action: (values: FormData) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before something is removed; closes when it is done, stays when it failed. */
export function Confirm({ title, children, confirm, action, onClose }: Props) {
  return (
    <Sheet title={title} onClose={onClose}>
      <ActionForm
        submit={confirm}
        look="danger"
        onCancel={onClose}
        action={async (values) => {
          await action(values);
          onClose();
        }}
      >
        {children}
      </ActionForm>
    </Sheet>
  );
}
