import { useState } from 'react';
import { inviteUser } from '../../api/users.js';
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

/** Makes a link that lets one person in; nothing is mailed, so the admin hands it over. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const { slug } = useWorkspace();
  const [link, setLink] = useState<string | null>(null);
  return (
    <Sheet title={word('users.invite')} onClose={onClose}>
      {link === null ? (
        <ActionForm
          submit={word('users.invite.submit')}
          onCancel={onClose}
          action={async (values) => {
            const email = formText(values, 'email');
            const invited = await inviteUser(slug, { role: roleOfForm(values), ...(email === '' ? {} : { email }) });
            setLink(invited.link);
          }}
        >
          <TextField
            label={word('users.invite.email')}
            hint={word('users.invite.emailHint')}
            name="email"
            type="email"
            autoComplete="off"
            autoFocus
          />
          <RoleField label={word('users.invite.role')} />
        </ActionForm>
      ) : (
        <>
          <p>{word('users.invite.once')}</p>
          <Secret label={word('users.invite.link')} value={link} />
          <DoneButton onPress={onClose} />
        </>
      )}
    </Sheet>
  );
}
