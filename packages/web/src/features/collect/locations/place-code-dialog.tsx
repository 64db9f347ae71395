import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Location, locationActs, locationKinds, locations } from '../../../api/locations.js';
import { formText } from '../../../format/form-text.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { notices } from '../../../parts/notices.js';
import { SelectField } from '../../../parts/select-field.js';
import { Sheet } from '../../../parts/sheet.js';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';
import { kindOfForm } from './kind-of-form.js';

interface Props {
  readonly code: string;
  readonly places: readonly Location[];
  readonly onClose: () => void;
}

/** Says which place a code names: one that is there, or a new one. */
export function PlaceCodeDialog({ code, places, onClose }: Props) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const [isNew, setNew] = useState(places.length === 0);
  const named = places.map(({ id, name }) => ({ value: id, label: name }));
  const act = async (values: FormData): Promise<string> => {
    const known = places.find(({ id }) => id === formText(values, 'place'));
    if (!isNew && known !== undefined) {
      await locationActs.change(slug, known.id, { codes: [...known.codes, code] });
      return known.name;
    }
    const name = formText(values, 'name');
    const parent = formText(values, 'parent');
    await locationActs.add(slug, {
      name,
      kind: kindOfForm(values),
      parent: parent === '' ? null : parent,
      codes: [code],
    });
    return name;
  };
  return (
    <Sheet title={word('locations.place.title', { code })} onClose={onClose}>
      <ActionForm
        submit={word('app.save')}
        onCancel={onClose}
        action={async (values) => {
          const name = await act(values);
          await queryClient.invalidateQueries({ queryKey: locations(slug).queryKey });
          onClose();
          notices.say(word('locations.placed', { code, name }));
        }}
      >
        {places.length === 0 ? null : (
          <SelectField
            label={word('locations.field.place')}
            name="place"
            choices={[...named, { value: '', label: word('locations.field.place.new') }]}
            onChoose={(id) => setNew(id === '')}
          />
        )}
        {isNew ? (
          <>
            <TextField
              label={word('locations.field.name')}
              name="name"
              autoComplete="off"
              maxLength={200}
              isRequired
              autoFocus={places.length === 0}
            />
            <SelectField
              label={word('locations.field.kind')}
              name="kind"
              choices={locationKinds.map((kind) => ({ value: kind, label: word(`locations.kind.${kind}`) }))}
              initial="store"
            />
            <SelectField
              label={word('locations.field.parent')}
              name="parent"
              choices={[{ value: '', label: word('locations.top') }, ...named]}
            />
          </>
        ) : null}
      </ActionForm>
    </Sheet>
  );
}
