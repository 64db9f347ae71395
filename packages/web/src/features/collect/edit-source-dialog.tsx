import { useQueryClient } from '@tanstack/react-query';
import { changeSource, type Source, sources } from '../../api/sources.js';
import { formText } from '../../format/form-text.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { ActionForm } from '../../parts/action-form.js';
import { notices } from '../../parts/notices.js';
import { Sheet } from '../../parts/sheet.js';
import { TextField } from '../../parts/text-field.js';
import { word } from '../../words/word.js';
import { endOfDay } from './end-of-day.js';
import { SourceFields } from './source-fields.js';
import { sourceOfForm } from './source-of-form.js';

interface Props {
  readonly source: Source;
  readonly onClose: () => void;
}

export function EditSourceDialog({ source, onClose }: Props) {
  const { slug, formats } = useWorkspace();
  const queryClient = useQueryClient();
  const completeDay = source.completeUntil === null ? '' : formats.dayKey(source.completeUntil);
  return (
    <Sheet title={word('sources.edit.title', { source: source.name })} onClose={onClose}>
      <ActionForm
        submit={word('app.save')}
        onCancel={onClose}
        action={async (values) => {
          const day = formText(values, 'completeUntil');
          const complete =
            day === completeDay ? {} : { completeUntil: day === '' ? null : endOfDay(day, formats.dayKey) };
          await changeSource(slug, source.id, { ...sourceOfForm(values), ...complete });
          await queryClient.invalidateQueries({ queryKey: sources(slug).queryKey });
          onClose();
          notices.say(word('sources.changed', { source: formText(values, 'name') }));
        }}
      >
        <SourceFields source={source} />
        <TextField
          label={word('sources.field.completeUntil')}
          hint={word('sources.field.completeUntilHint')}
          name="completeUntil"
          type="date"
          defaultValue={completeDay}
        />
      </ActionForm>
    </Sheet>
  );
}
