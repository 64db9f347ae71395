import { ButtonLink } from '../parts/button-link.js';
import { Empty } from '../parts/empty.js';
import { Page } from '../parts/page.js';
import { word } from '../words/word.js';
import { Bare } from './bare.js';

export function NotFound() {
  return (
    <Bare>
      <Page title={word('app.name')}>
        <Empty title={word('app.notFound.title')} text={word('app.notFound.text')}>
          <ButtonLink to="/">{word('app.notFound.home')}</ButtonLink>
        </Empty>
      </Page>
    </Bare>
  );
}
