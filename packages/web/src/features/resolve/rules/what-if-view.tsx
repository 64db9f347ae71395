import { useQuery } from '@tanstack/react-query';
import { stopWhatIf, type WhatIf, whatIf } from '../../../api/rules.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { Button } from '../../../parts/button.js';
import { IdentifierChip } from '../../../parts/identifier-chip.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { word } from '../../../words/word.js';
import { OtherValues } from './other-values.js';
import styles from './rules.module.css';
import { WhatIfSamples } from './what-if-samples.js';

interface Props {
  readonly asked: WhatIf;
  readonly onBack: () => void;
  /** Uses the rules that were asked about. */
  readonly apply: () => Promise<void>;
}

/** What other rules would do: how far finding out has come, then the sentence, what would be hubs, and some of the people. */
export function WhatIfView({ asked, onBack, apply }: Props) {
  const { slug } = useWorkspace();
  const { data, error, refetch } = useQuery(whatIf(slug, asked));
  const back = <Button onPress={onBack}>{word('rules.back')}</Button>;
  if (data.state === 'running') {
    const { done, total } = data.progress;
    const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
    return (
      <div className={styles.section}>
        <p role="status">{word('rules.whatIf.progress', { percent })}</p>
        <progress
          className={styles.progress}
          aria-label={word('rules.whatIf.progress', { percent })}
          max={100}
          value={percent}
        />
        {error === null ? null : <InlineProblem error={error} />}
        <div className={styles.acts}>
          <Button onPress={() => void stopWhatIf(slug, data.id).then(() => refetch())}>
            {word('rules.whatIf.stop')}
          </Button>
        </div>
      </div>
    );
  }
  if (data.state !== 'done') {
    return (
      <div className={styles.section}>
        <p role="status">{word(data.state === 'stopped' ? 'rules.whatIf.stopped' : 'rules.whatIf.failed')}</p>
        <div className={styles.acts}>{back}</div>
      </div>
    );
  }
  return (
    <ActionForm submit={word('rules.apply')} action={apply} extra={back}>
      <p role="status" className={styles.opening}>
        {data.opening}
      </p>
      <SomeHubs label="rules.whatIf.newHubs" hubs={data.newHubs} />
      <SomeHubs label="rules.whatIf.formerHubs" hubs={data.formerHubs} />
      <WhatIfSamples samples={data.samples} />
      {data.values === null ? null : <OtherValues values={data.values} />}
    </ActionForm>
  );
}

interface SomeHubsProps {
  readonly label: 'rules.whatIf.newHubs' | 'rules.whatIf.formerHubs';
  readonly hubs: WhatIf['newHubs'];
}

function SomeHubs({ label, hubs }: SomeHubsProps) {
  if (hubs === null || hubs.count === 0) return null;
  const left = hubs.count - hubs.some.length;
  return (
    <div>
      <p>{word(label, { count: hubs.count })}</p>
      <ul className={styles.chips}>
        {hubs.some.map((identifier) => (
          <li key={`${identifier.namespace} ${identifier.value}`}>
            <IdentifierChip identifier={identifier} />
          </li>
        ))}
        {left > 0 ? <li className={styles.meta}>{word('rules.whatIf.more', { count: left })}</li> : null}
      </ul>
    </div>
  );
}
