import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Tabs } from '../../parts/tabs.js';
import { word } from '../../words/word.js';

export function DataTabs() {
  const { slug } = useWorkspace();
  const params = { workspace: slug };
  return (
    <Tabs label={word('data.tabs')}>
      {[
        <Link key="sources" to="/w/$workspace/data/sources" params={params}>
          {word('data.tab.sources')}
        </Link>,
        <Link key="imports" to="/w/$workspace/data/imports" params={params}>
          {word('data.tab.imports')}
        </Link>,
        <Link key="set-aside" to="/w/$workspace/data/set-aside" params={params}>
          {word('data.tab.setAside')}
        </Link>,
        <Link key="coverage" to="/w/$workspace/data/who-knows-whom" params={params}>
          {word('data.tab.coverage')}
        </Link>,
        <Link key="counts" to="/w/$workspace/data/counts" params={params} activeOptions={{ includeSearch: false }}>
          {word('data.tab.counts')}
        </Link>,
        <Link key="locations" to="/w/$workspace/data/locations" params={params}>
          {word('data.tab.locations')}
        </Link>,
        <Link key="rules" to="/w/$workspace/data/rules" params={params}>
          {word('data.tab.rules')}
        </Link>,
        <Link key="values" to="/w/$workspace/data/values" params={params}>
          {word('data.tab.values')}
        </Link>,
        <Link key="tags" to="/w/$workspace/data/tags" params={params}>
          {word('data.tab.tags')}
        </Link>,
        <Link key="costs" to="/w/$workspace/data/costs" params={params}>
          {word('data.tab.costs')}
        </Link>,
      ]}
    </Tabs>
  );
}
