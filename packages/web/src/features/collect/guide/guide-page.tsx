import { getRouteApi } from '@tanstack/react-router';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Empty } from '../../../parts/empty.js';
import { Page } from '../../../parts/page.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../data-tabs.js';
import { FileGuide } from './file-guide.js';
import { ReplaceGuide } from './replace-guide.js';

const route = getRouteApi('/w/$workspace/data/imports/guide');

/** A file that was handed in, gone through before anything of it is kept. */
export function GuidePage() {
  const { isAdmin } = useWorkspace();
  const { file = 'none', replace, ask } = route.useSearch();
  if (!isAdmin)
    return (
      <Page title={word('data.tabs')} tabs={<DataTabs />}>
        <Empty text={word('app.viewerOnly')} />
      </Page>
    );
  if (replace === undefined || ask === 'yes') return <FileGuide key={file} id={file} replaces={replace} />;
  return <ReplaceGuide key={file} id={file} replaces={replace} />;
}
