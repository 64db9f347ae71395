import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addSource, type KeyKind, sources } from '../../api/sources.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { ActionForm } from '../../parts/action-form.js';
import { SelectField } from '../../parts/select-field.js';
import { Sheet } from '../../parts/sheet.js';
import { word } from '../../words/word.js';
import { SourceFields } from './source-fields.js';
import { sourceOfForm } from './source-of-form.js';
import { WriteKey } from './write-key.js';

interface Made {
  readonly name: string;
  readonly writeKey: string;
  readonly kind: KeyKind;
}

/** Describes a source, then shows its write key the one time it can be seen, and how to send a first event. */
export function AddSourceDialog({ onClose }: { readonly onClose: () => void }) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Sheet
      title={made === null ? word('sources.add') : word('sources.key.title', { source: made.name })}
      onClose={onClose}
    >
      {made === null ? (
        <ActionForm
          submit={word('sources.add.submit')}
          onCancel={onClose}
          action={async (values) => {
            const kind: KeyKind = values.get('key') === 'public' ? 'public' : 'server';
            const { name, writeKey } = await addSource(slug, { ...sourceOfForm(values), key: kind });
            await queryClient.invalidateQueries({ queryKey: sources(slug).queryKey });
            setMade({ name, writeKey, kind });
          }}
        >
          <SourceFields source={null} />
          <SelectField
            label={word('sources.field.key')}
            name="key"
            choices={[
              { value: 'server', label: word('sources.field.keyServer') },
              { value: 'public', label: word('sources.field.keyPublic') },
            ]}
            initial="server"
          />
        </ActionForm>
      ) : (
        <WriteKey writeKey={made.writeKey} kind={made.kind} onClose={onClose} />
      )}
    </Sheet>
  );
}
