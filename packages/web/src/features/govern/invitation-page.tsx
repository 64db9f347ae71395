import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { session } from '../../api/session.js';
import { formText } from '../../format/form-text.js';
import { Bare } from '../../frame/bare.js';
import { ActionForm } from '../../parts/action-form.js';
import { Page } from '../../parts/page.js';
import { word } from '../../words/word.js';
import { AccountFields } from './account-fields.js';

const route = getRouteApi('/invitation');

/** Somebody an admin invited chooses how to sign in. */
export function InvitationPage() {
  const { token } = route.useSearch();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return (
    <Bare>
      <Page
        title={word('invitation.title')}
        opening={word(token === undefined ? 'invitation.incomplete' : 'invitation.lead')}
      >
        {token === undefined ? null : (
          <ActionForm
            submit={word('invitation.submit')}
            action={async (values) => {
              const { workspace } = await session.acceptInvitation({
                token,
                name: formText(values, 'name'),
                email: formText(values, 'email'),
                password: String(values.get('password')),
              });
              queryClient.clear();
              await navigate({ to: '/w/$workspace/customers', params: { workspace } });
            }}
          >
            <AccountFields />
          </ActionForm>
        )}
      </Page>
    </Bare>
  );
}
