import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { me } from '../../../api/me.js';
import { loadSampleCompany, sampleCompany } from '../../../api/sample-company.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { word } from '../../../words/word.js';
import styles from './what-do-you-have.module.css';

/** For those who have nothing at hand: one press loads the sample company, or leads to it, in a workspace of its own. */
export function LookAround() {
  const { slug } = useWorkspace();
  const { data: sample } = useQuery(sampleCompany(slug));
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const go = useMutation({
    mutationFn: async () => {
      const made = await loadSampleCompany(slug);
      if (made === null) return;
      await queryClient.fetchQuery({ ...me, staleTime: 0 });
      await navigate({ to: '/w/$workspace/customers', params: { workspace: made.slug } });
    },
  });
  const isThere = sample?.state === 'loading' || sample?.state === 'loaded';
  return (
    <div className={styles.way}>
      <h3>{word('start.look')}</h3>
      <p>{word('start.look.text')}</p>
      {sample?.state === 'removing' ? (
        <p role="status">{word('start.look.removing')}</p>
      ) : (
        <div>
          <Button isPending={go.isPending} onPress={() => go.mutate()}>
            {word(isThere ? 'start.look.there' : 'start.look.load')}
          </Button>
        </div>
      )}
      {go.error === null ? null : <InlineProblem error={go.error} />}
    </div>
  );
}
