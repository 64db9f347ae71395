import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { channels } from '../../../api/sources.js';
import { type Tag, type TagFields, type TagKind, tagActs, tagKinds, tags } from '../../../api/tags.js';
import { formText } from '../../../format/form-text.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { notices } from '../../../parts/notices.js';
import { SelectField } from '../../../parts/select-field.js';
import { Sheet } from '../../../parts/sheet.js';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';
import styles from './tags.module.css';

interface Props {
  /** null: a new one. */
  readonly tag: Tag | null;
  readonly onClose: () => void;
}

/** Makes a tag, or says anew what one is for; what was printed of it stays. */
export function TagDialog({ tag, onClose }: Props) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<TagKind>(tag?.kind ?? 'link');
  const { data } = useQuery(channels(slug));
  const known = (data?.items ?? []).map(({ name, label }) => ({ value: name, label }));
  const leads = kind === 'link' || kind === 'qr';
  const act = async (values: FormData): Promise<void> => {
    const fields = { ...fieldsOf(values), ...(leads ? { target: formText(values, 'target') } : {}) };
    if (tag !== null) {
      await tagActs.change(slug, tag.id, fields);
      return;
    }
    await tagActs.make(slug, {
      ...fields,
      kind,
      ...(kind === 'number' ? { number: formText(values, 'number') } : {}),
      ...(kind === 'vouchers' ? { count: Number(formText(values, 'count')) } : {}),
    });
  };
  return (
    <Sheet title={tag === null ? word('tags.add') : word('tags.change.aria', { name: tag.name })} onClose={onClose}>
      <ActionForm
        submit={word('app.save')}
        onCancel={onClose}
        action={async (values) => {
          await act(values);
          await queryClient.invalidateQueries({ queryKey: tags(slug).queryKey });
          onClose();
          notices.say(word(tag === null ? 'tags.made' : 'tags.changed', { name: formText(values, 'name') }));
        }}
      >
        <TextField
          label={word('tags.field.name')}
          name="name"
          autoComplete="off"
          defaultValue={tag?.name ?? ''}
          maxLength={200}
          isRequired
          autoFocus
        />
        {tag === null ? (
          <SelectField
            label={word('tags.field.kind')}
            name="kind"
            choices={tagKinds.map((one) => ({ value: one, label: word(`tags.kind.${one}`) }))}
            initial={kind}
            onChoose={(chosen) => setKind(tagKinds.find((one) => one === chosen) ?? 'link')}
          />
        ) : null}
        {leads ? (
          <TextField
            label={word('tags.field.target')}
            hint={word('tags.field.targetHint')}
            name="target"
            type="url"
            defaultValue={tag?.target ?? ''}
            maxLength={2_000}
            isRequired
          />
        ) : null}
        {kind === 'number' && tag === null ? (
          <TextField label={word('tags.field.number')} name="number" type="tel" autoComplete="off" isRequired />
        ) : null}
        {kind === 'vouchers' && tag === null ? (
          <TextField
            label={word('tags.field.count')}
            name="count"
            inputMode="numeric"
            pattern="[1-9][0-9]{0,3}|10000"
            wrong={word('tags.field.countWrong')}
            defaultValue="100"
            isRequired
          />
        ) : null}
        <div className={styles.pair}>
          <TextField
            label={word('tags.field.campaign')}
            name="campaign"
            autoComplete="off"
            defaultValue={tag?.campaign ?? ''}
            maxLength={200}
          />
          <TextField
            label={word('tags.field.touchpoint')}
            name="touchpoint"
            autoComplete="off"
            defaultValue={tag?.touchpoint ?? ''}
            maxLength={200}
          />
        </div>
        <SelectField
          key={known.length}
          label={word('tags.field.channel')}
          name="channel"
          choices={known}
          initial={tag?.channel ?? 'post'}
        />
      </ActionForm>
    </Sheet>
  );
}

function fieldsOf(values: FormData): TagFields {
  return {
    name: formText(values, 'name'),
    campaign: formText(values, 'campaign'),
    touchpoint: formText(values, 'touchpoint'),
    channel: formText(values, 'channel'),
  };
}
