import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ApiProblem } from '../../../api/api-problem.js';
import { stagedFile } from '../../../api/files/files.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ButtonLink } from '../../../parts/button-link.js';
import { Empty } from '../../../parts/empty.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../data-tabs.js';
import { FileGuide } from './file-guide.js';
import { ReplaceGuide } from './replace-guide.js';

const route = getRouteApi('/w/$workspace/data/imports/guide');

/** A file that was handed in, gone through before anything of it is kept. */
export function GuidePage() {
  const { slug, isAdmin } = useWorkspace();
  const { file = '', replace, ask } = route.useSearch();
  const query = useQuery({ ...stagedFile(slug, file), enabled: isAdmin && file !== '' });
  const isGone = file === '' || (query.error instanceof ApiProblem && query.error.status === 404);
  if (query.data !== undefined) {
    return replace === undefined || ask === 'yes' ? (
      <FileGuide key={file} file={query.data} replaces={replace} />
    ) : (
      <ReplaceGuide key={file} file={query.data} replaces={replace} />
    );
  }
  return (
    <Page title={word('data.tabs')} tabs={<DataTabs />}>
      {!isAdmin ? (
        <Empty text={word('app.viewerOnly')} />
      ) : isGone ? (
        <Empty title={word('guide.gone.title')} text={word('guide.gone.text')}>
          <ButtonLink to="/w/$workspace/data/imports" params={{ workspace: slug }}>
            {word('guide.gone.imports')}
          </ButtonLink>
        </Empty>
      ) : query.isError ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
