import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { SampleCompany } from '../../api/sample-company.js';
import { word } from '../../words/word.js';
import { useWorkspace } from '../use-workspace.js';
import styles from './sample-banner.module.css';
import { samplePercent, sampleStep } from './sample-step.js';

/** Which source is being loaded, and how much of everything is there. */
export function SampleLoading({ sample }: { readonly sample: SampleCompany }) {
  const { formats } = useWorkspace();
  const percent = samplePercent(sample);
  const step = sampleStep(sample);
  const text =
    step.type === 'source'
      ? word('sample.step.source', {
          source: step.source,
          done: formats.number(step.done),
          of: formats.number(step.of),
        })
      : word(step.type === 'beginning' ? 'sample.step.beginning' : 'sample.step.resolving');
  return (
    <div className={styles.loading}>
      <ProgressBar aria-label={word('sample.progress')} isIndeterminate={percent === undefined} value={percent ?? 0}>
        <div className={styles.track} data-moving={percent === undefined}>
          <div className={styles.fill} style={{ width: `${percent ?? 30}%` }} />
        </div>
      </ProgressBar>
      <p className={styles.step}>
        {text} {word('imports.safe')}
      </p>
    </div>
  );
}
