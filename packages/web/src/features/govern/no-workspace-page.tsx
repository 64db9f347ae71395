import { Bare } from '../../frame/bare.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Empty } from '../../parts/empty.js';
import { Page } from '../../parts/page.js';
import { word } from '../../words/word.js';

/** Signed in, but removed from, or not yet invited to, any workspace. */
export function NoWorkspacePage() {
  return (
    <Bare>
      <Page title={word('app.name')}>
        <Empty title={word('noWorkspace.title')} text={word('noWorkspace.text')}>
          <ButtonLink to="/sign-in">{word('signIn.title')}</ButtonLink>
        </Empty>
      </Page>
    </Bare>
  );
}
