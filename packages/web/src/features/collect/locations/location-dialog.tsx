import { useQueryClient } from '@tanstack/react-query';
import { type Location, type LocationFields, locationActs, locationKinds, locations } from '../../../api/locations.js';
import { formText } from '../../../format/form-text.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { notices } from '../../../parts/notices.js';
import { SelectField } from '../../../parts/select-field.js';
import { Sheet } from '../../../parts/sheet.js';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';
import { branches, branchIds } from './branches.js';
import { kindOfForm } from './kind-of-form.js';

interface Props {
  /** null: a new one. */
  readonly place: Location | null;
  /** Where a new one hangs at first. */
  readonly below: string | null;
  readonly places: readonly Location[];
  readonly onClose: () => void;
}

export function LocationDialog({ place, below, places, onClose }: Props) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const own = place === null ? new Set<string>() : branchIds(branches(places), place.id);
  const title = place === null ? word('locations.add') : word('locations.change.aria', { name: place.name });
  return (
    <Sheet title={title} onClose={onClose}>
      <ActionForm
        submit={word('app.save')}
        onCancel={onClose}
        action={async (values) => {
          const fields = fieldsOf(values);
          if (place === null) await locationActs.add(slug, fields);
          else await locationActs.change(slug, place.id, fields);
          await queryClient.invalidateQueries({ queryKey: locations(slug).queryKey });
          onClose();
          const { name } = fields;
          notices.say(word(place === null ? 'locations.added' : 'locations.changed', { name }));
        }}
      >
        <TextField
          label={word('locations.field.name')}
          name="name"
          autoComplete="off"
          defaultValue={place?.name ?? ''}
          maxLength={200}
          isRequired
          autoFocus
        />
        <SelectField
          label={word('locations.field.kind')}
          name="kind"
          choices={locationKinds.map((kind) => ({ value: kind, label: word(`locations.kind.${kind}`) }))}
          initial={place?.kind ?? 'store'}
        />
        <SelectField
          label={word('locations.field.parent')}
          name="parent"
          choices={[
            { value: '', label: word('locations.top') },
            ...places.filter(({ id }) => !own.has(id)).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          initial={place?.parent ?? below ?? ''}
        />
        <TextField
          label={word('locations.field.codes')}
          hint={word('locations.field.codesHint')}
          name="codes"
          rows={3}
          defaultValue={place?.codes.join('\n') ?? ''}
        />
      </ActionForm>
    </Sheet>
  );
}

function fieldsOf(values: FormData): LocationFields {
  const parent = formText(values, 'parent');
  const codes = formText(values, 'codes')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    name: formText(values, 'name'),
    kind: kindOfForm(values),
    parent: parent === '' ? null : parent,
    codes: [...new Set(codes)],
  };
}
