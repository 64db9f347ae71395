import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createToken, tokens } from '../../api/tokens.js';
import { formText } from '../../format/form-text.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { ActionForm } from '../../parts/action-form.js';
import { DoneButton } from '../../parts/done-button.js';
import { Secret } from '../../parts/secret.js';
import { Sheet } from '../../parts/sheet.js';
import { TextField } from '../../parts/text-field.js';
import { word } from '../../words/word.js';
import { RoleField } from './role-field.js';
import { roleOfForm } from './role-of-form.js';

/** Makes a token, and shows it the one time it can be seen. */
export function TokenDialog({ onClose }: { readonly onClose: () => void }) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const [made, setMade] = useState<{ readonly name: string; readonly token: string } | null>(null);
  return (
    <Sheet
      title={made === null ? word('tokens.create') : word('tokens.created', { name: made.name })}
      onClose={onClose}
    >
      {made === null ? (
        <ActionForm
          submit={word('tokens.create.submit')}
          onCancel={onClose}
          action={async (values) => {
            const name = formText(values, 'name');
            const { token } = await createToken(slug, { name, role: roleOfForm(values) });
            await queryClient.invalidateQueries({ queryKey: tokens(slug).queryKey });
            setMade({ name, token });
          }}
        >
          <TextField label={word('tokens.create.name')} name="name" autoComplete="off" isRequired autoFocus />
          <RoleField label={word('tokens.create.role')} />
        </ActionForm>
      ) : (
        <>
          <p>{word('tokens.once')}</p>
          <Secret label={word('tokens.label')} value={made.token} />
          <DoneButton onPress={onClose} />
        </>
      )}
    </Sheet>
  );
}
