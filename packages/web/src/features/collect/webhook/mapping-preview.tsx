import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { mappingPreview } from '../../../api/webhooks.js';
import { sentence } from '../../../format/sentence.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { LiveRegion } from '../../../parts/live-region.js';
import { word } from '../../../words/word.js';
import { sampleHeaders } from './sample-headers.js';
import { useSettled } from './use-settled.js';
import styles from './webhook.module.css';

interface Props {
  readonly mapping: string;
  readonly sample: string;
}

const pauseMs = 400;

/** What the mapping makes of the sample as it is typed, and what is wrong with it. */
export function MappingPreview({ mapping, sample }: Props) {
  const { slug } = useWorkspace();
  const body = useSettled(sample.trim(), pauseMs);
  const asked = { mapping: useSettled(mapping, pauseMs), body, headers: sampleHeaders(body) };
  const { data, error, isFetching } = useQuery({
    ...mappingPreview(slug, asked),
    enabled: asked.body !== '' && asked.mapping.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const finding =
    body === '' || (data === undefined && !isFetching)
      ? word('webhook.preview.none')
      : data === undefined
        ? word('webhook.preview.asking')
        : data.type === 'failed'
          ? sentence(word('webhook.preview.failed', { problem: data.problem }))
          : word('webhook.preview.finding', { of: data.of });
  const messages = body === '' || data?.type !== 'messages' ? [] : data.messages;
  return (
    <section className={styles.preview} aria-labelledby="webhook-preview">
      <h3 id="webhook-preview">{word('webhook.preview')}</h3>
      {error === null ? <p>{finding}</p> : <InlineProblem error={error} />}
      <LiveRegion text={body === '' ? '' : finding} />
      {messages.map(({ text, fault }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages have no other name than their place
        <div key={index} className={styles.message} data-fault={fault !== null}>
          {fault === null ? null : <p>{sentence(word('webhook.preview.fault', { fault }))}</p>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by key */}
          <pre tabIndex={0}>
            <code>{text}</code>
          </pre>
        </div>
      ))}
    </section>
  );
}
