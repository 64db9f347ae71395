import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Tabs } from '../../parts/tabs.js';
import { word } from '../../words/word.js';

export function PulseTabs() {
  const { slug } = useWorkspace();
  const params = { workspace: slug };
  return (
    <Tabs label={word('pulse.title')}>
      {[
        <Link key="found" to="/w/$workspace/pulse" params={params} activeOptions={{ exact: true }}>
          {word('pulse.tab')}
        </Link>,
        <Link key="happenings" to="/w/$workspace/pulse/happenings" params={params}>
          {word('happenings.tab')}
        </Link>,
      ]}
    </Tabs>
  );
}
