import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { loadSampleCompany, sampleCompany } from '../../api/sample-company.js';
import { Button } from '../../parts/button.js';
import { notices } from '../../parts/notices.js';
import { word } from '../../words/word.js';
import { useWorkspace } from '../use-workspace.js';
import { RemoveSampleDialog } from './remove-sample-dialog.js';
import styles from './sample-banner.module.css';
import { SampleLoading } from './sample-loading.js';

/** On every screen of a sample company: that it is made up, how far it is loaded, and the way to be rid of it. */
export function SampleBanner() {
  const { slug, isAdmin, formats } = useWorkspace();
  const { data: sample } = useQuery(sampleCompany(slug));
  const queryClient = useQueryClient();
  const [removing, setRemoving] = useState(false);
  useFreshPeople();
  if (sample === undefined || sample === null) return null;
  const tryAgain = async () => {
    await loadSampleCompany(slug);
    await queryClient.invalidateQueries({ queryKey: ['sample-company', slug] });
  };
  return (
    <aside className={styles.banner} aria-label={word('sample.label')}>
      <div className={styles.said}>
        <p>{word('sample.made-up', { count: formats.number(sample.customers) })}</p>
        {sample.state === 'loading' ? <SampleLoading sample={sample} /> : null}
        {sample.error === null ? null : <p role="alert">{word('sample.failed', { detail: sample.error.detail })}</p>}
      </div>
      {isAdmin ? (
        <div className={styles.acts}>
          {sample.state === 'failed' ? <Button onPress={() => void tryAgain()}>{word('sample.again')}</Button> : null}
          <Button onPress={() => setRemoving(true)}>{word('sample.remove')}</Button>
        </div>
      ) : null}
      {removing ? <RemoveSampleDialog sample={sample} onClose={() => setRemoving(false)} /> : null}
    </aside>
  );
}

/** People appear while they are loaded; when all are there, everything is asked again and the way to the findings is shown. */
function useFreshPeople(): void {
  const { slug } = useWorkspace();
  const { data: sample, dataUpdatedAt } = useQuery(sampleCompany(slug));
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const before = useRef(sample?.state);
  const state = sample?.state;
  useEffect(() => {
    if (dataUpdatedAt === 0) return;
    if (state === 'loading') void queryClient.invalidateQueries({ queryKey: ['w', slug, 'customers'] });
    if (state === 'loaded' && before.current === 'loading') {
      void queryClient.invalidateQueries({ queryKey: ['w', slug] });
      const run = () => void navigate({ to: '/w/$workspace/pulse', params: { workspace: slug } });
      notices.say(word('sample.loaded'), [{ label: word('sample.pulse'), run }]);
    }
    before.current = state;
  }, [state, dataUpdatedAt, slug, queryClient, navigate]);
}
