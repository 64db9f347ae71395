import { useState } from 'react';
import { setWebhook, type Webhook, type WebhookSet } from '../../../api/webhooks.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { notices } from '../../../parts/notices.js';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';
import { MappingPreview } from './mapping-preview.js';
import { settingsOfForm } from './settings-of-form.js';
import { SignatureFields } from './signature-fields.js';
import { startMapping } from './start-mapping.js';
import styles from './webhook.module.css';

interface Props {
  readonly source: string;
  /** Null: there is none yet. */
  readonly webhook: Webhook | null;
  readonly onSet: (made: WebhookSet) => void;
}

/** How deliveries are signed and what they mean, with what the mapping makes of a sample beside it. */
export function WebhookForm({ source, webhook, onSet }: Props) {
  const { slug } = useWorkspace();
  const [mapping, setMapping] = useState(webhook?.mapping ?? startMapping);
  const [sample, setSample] = useState('');
  return (
    <ActionForm
      submit={word('webhook.form.submit')}
      action={async (values) => {
        onSet(await setWebhook(slug, source, settingsOfForm(values, mapping)));
        notices.say(word('webhook.form.submit.done'));
      }}
    >
      <section className={styles.part} aria-labelledby="webhook-mapping">
        <h2 id="webhook-mapping">{word('webhook.mapping.heading')}</h2>
        <div className={styles.mapping}>
          <div className={styles.texts}>
            <TextField
              label={word('webhook.mapping.sample')}
              hint={word('webhook.mapping.sample.hint')}
              rows={8}
              value={sample}
              onChange={setSample}
              maxLength={500_000}
            />
            <TextField
              label={word('webhook.mapping')}
              hint={word('webhook.mapping.hint')}
              rows={12}
              value={mapping}
              onChange={setMapping}
              maxLength={50_000}
              isRequired
            />
          </div>
          <MappingPreview mapping={mapping} sample={sample} />
        </div>
      </section>
      <SignatureFields webhook={webhook} />
    </ActionForm>
  );
}
