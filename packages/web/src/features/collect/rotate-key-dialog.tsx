import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type KeyKind, rotateKey, type Source, sources } from '../../api/sources.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { ActionForm } from '../../parts/action-form.js';
import { SelectField } from '../../parts/select-field.js';
import { Sheet } from '../../parts/sheet.js';
import { word } from '../../words/word.js';
import { WriteKey } from './write-key.js';

interface Props {
  readonly source: Source;
  readonly onClose: () => void;
}

/** Asks first: whatever still sends with the old key is refused from then on. */
export function RotateKeyDialog({ source, onClose }: Props) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const [made, setMade] = useState<{ readonly writeKey: string; readonly kind: KeyKind } | null>(null);
  return (
    <Sheet
      title={word(made === null ? 'sources.rotate.title' : 'sources.key.title', { source: source.name })}
      onClose={onClose}
    >
      {made === null ? (
        <ActionForm
          submit={word('sources.rotate.confirm')}
          look="danger"
          onCancel={onClose}
          action={async (values) => {
            const kind: KeyKind = values.get('key') === 'public' ? 'public' : 'server';
            const { writeKey } = await rotateKey(slug, source.id, kind);
            await queryClient.invalidateQueries({ queryKey: sources(slug).queryKey });
            setMade({ writeKey, kind });
          }}
        >
          <p>{word('sources.rotate.text')}</p>
          <SelectField
            label={word('sources.field.key')}
            name="key"
            choices={[
              { value: 'server', label: word('sources.field.keyServer') },
              { value: 'public', label: word('sources.field.keyPublic') },
            ]}
            initial={source.keys[0]?.kind ?? 'server'}
          />
        </ActionForm>
      ) : (
        <WriteKey {...made} onClose={onClose} />
      )}
    </Sheet>
  );
}
