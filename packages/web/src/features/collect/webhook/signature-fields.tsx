import { useState } from 'react';
import type { Webhook } from '../../../api/webhooks.js';
import { SelectField } from '../../../parts/select-field.js';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';
import styles from './webhook.module.css';

const schemes = ['hmac', 'standard-webhooks', 'token'] as const;
const headerName = "[A-Za-z0-9!#$%&'*+.^_`\\|~\\-]+";

/** How the other system shows that a delivery is its own; a new one begins with what most do. */
export function SignatureFields({ webhook }: { readonly webhook: Webhook | null }) {
  const before = webhook?.scheme;
  const [type, setType] = useState<string>(before?.type ?? 'hmac');
  const isInHeader = type !== 'standard-webhooks';
  const said = before !== undefined && before.type !== 'standard-webhooks' && before.type === type ? before : null;
  return (
    <section className={styles.part} aria-labelledby="webhook-signature">
      <h2 id="webhook-signature">{word('webhook.form.heading')}</h2>
      <div className={styles.form}>
        <SelectField
          label={word('webhook.form.scheme')}
          name="scheme"
          choices={schemes.map((one) => ({ value: one, label: word(`webhook.form.scheme.${one}`) }))}
          initial={type}
          onChoose={setType}
        />
        {isInHeader ? (
          <div key={type} className={styles.pair}>
            <TextField
              label={word('webhook.form.header')}
              name="header"
              autoComplete="off"
              maxLength={100}
              pattern={headerName}
              wrong={word('webhook.form.header.wrong')}
              defaultValue={said?.header ?? (type === 'token' ? 'authorization' : 'x-signature')}
              isRequired
            />
            <TextField
              label={word('webhook.form.prefix')}
              hint={word('webhook.form.prefix.hint')}
              name="prefix"
              autoComplete="off"
              maxLength={50}
              defaultValue={said?.prefix ?? (type === 'token' ? 'Bearer ' : 'sha256=')}
            />
          </div>
        ) : null}
        {type === 'hmac' ? (
          <SelectField
            label={word('webhook.form.encoding')}
            name="encoding"
            choices={[
              { value: 'hex', label: word('webhook.form.encoding.hex') },
              { value: 'base64', label: word('webhook.form.encoding.base64') },
            ]}
            initial={before?.type === 'hmac' ? before.encoding : 'hex'}
          />
        ) : null}
        {isInHeader ? (
          <TextField
            label={word('webhook.form.delivery')}
            hint={word('webhook.form.delivery.hint')}
            name="delivery"
            autoComplete="off"
            maxLength={100}
            pattern={headerName}
            wrong={word('webhook.form.header.wrong')}
            defaultValue={webhook?.deliveryHeader ?? ''}
          />
        ) : null}
        <TextField
          label={word('webhook.form.secret')}
          hint={word(webhook === null ? 'webhook.form.secret.hint' : 'webhook.form.secret.keep')}
          name="secret"
          type="password"
          autoComplete="new-password"
          minLength={8}
          maxLength={500}
        />
      </div>
    </section>
  );
}
