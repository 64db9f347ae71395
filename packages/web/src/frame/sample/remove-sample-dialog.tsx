import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { me } from '../../api/me.js';
import { removeSampleCompany, type SampleCompany } from '../../api/sample-company.js';
import { Confirm } from '../../parts/confirm.js';
import { notices } from '../../parts/notices.js';
import { word } from '../../words/word.js';
import { useWorkspace } from '../use-workspace.js';

interface Props {
  readonly sample: SampleCompany;
  readonly onClose: () => void;
}

/** Asks before the sample company goes, then leads to the workspace of one's own. */
export function RemoveSampleDialog({ sample, onClose }: Props) {
  const { slug, formats } = useWorkspace();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return (
    <Confirm
      title={word('sample.remove.title')}
      confirm={word('sample.remove')}
      onClose={onClose}
      action={async () => {
        await removeSampleCompany(slug);
        const own = queryClient.getQueryData(me.queryKey)?.workspaces.find(({ isSample }) => !isSample);
        if (own === undefined) await navigate({ to: '/no-workspace' });
        else await navigate({ to: '/w/$workspace/customers', params: { workspace: own.slug } });
        // Only now: on its own screens nothing can be shown of a workspace that is gone.
        await queryClient.invalidateQueries({ queryKey: me.queryKey });
        await queryClient.invalidateQueries({ queryKey: ['sample-company'] });
        queryClient.removeQueries({ queryKey: ['w', slug] });
        notices.say(word('sample.removed'));
      }}
    >
      <p>{word('sample.remove.text', { count: formats.number(sample.customers) })}</p>
    </Confirm>
  );
}
