import { useQueryClient } from '@tanstack/react-query';
import {
  type Happening,
  type HappeningFields,
  happeningActs,
  happeningKinds,
  happenings,
} from '../../../api/happenings.js';
import { formText } from '../../../format/form-text.js';
import type { Formats } from '../../../format/formats.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { notices } from '../../../parts/notices.js';
import { SelectField } from '../../../parts/select-field.js';
import { Sheet } from '../../../parts/sheet.js';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';
import styles from './happenings.module.css';

interface Props {
  /** null: a new one. */
  readonly happening: Happening | null;
  readonly onClose: () => void;
}

/** Says what happened, from when to when, where, and where the knowledge comes from. */
export function HappeningDialog({ happening, onClose }: Props) {
  const { slug, formats } = useWorkspace();
  const queryClient = useQueryClient();
  const title = happening === null ? word('happenings.add') : word('happenings.change.aria', { what: happening.what });
  const from = partsOf(happening?.from ?? null, formats);
  const until = partsOf(happening?.until ?? null, formats);
  return (
    <Sheet title={title} onClose={onClose}>
      <ActionForm
        submit={word('app.save')}
        onCancel={onClose}
        action={async (values) => {
          const fields = fieldsOf(values);
          if (happening === null) await happeningActs.add(slug, fields);
          else await happeningActs.change(slug, happening.id, fields);
          await queryClient.invalidateQueries({ queryKey: happenings(slug).queryKey });
          onClose();
          const { what } = fields;
          notices.say(word(happening === null ? 'happenings.added' : 'happenings.changed', { what }));
        }}
      >
        <TextField
          label={word('happenings.field.what')}
          name="what"
          autoComplete="off"
          defaultValue={happening?.what ?? ''}
          maxLength={200}
          isRequired
          autoFocus
        />
        <SelectField
          label={word('happenings.field.kind')}
          name="kind"
          choices={happeningKinds.map((kind) => ({ value: kind, label: word(`happenings.kind.${kind}`) }))}
          initial={happening?.kind ?? 'outage'}
        />
        <div className={styles.pair}>
          <TextField label={word('happenings.field.from')} name="from" type="date" defaultValue={from.day} isRequired />
          <TextField label={word('happenings.field.fromTime')} name="fromTime" type="time" defaultValue={from.time} />
          <TextField
            label={word('happenings.field.until')}
            hint={word('happenings.field.untilHint')}
            name="until"
            type="date"
            defaultValue={until.day}
          />
          <TextField
            label={word('happenings.field.untilTime')}
            name="untilTime"
            type="time"
            defaultValue={until.time}
          />
        </div>
        <TextField
          label={word('happenings.field.location')}
          name="location"
          autoComplete="off"
          defaultValue={happening?.location ?? ''}
          maxLength={200}
        />
        <TextField
          label={word('happenings.field.knownFrom')}
          name="knownFrom"
          autoComplete="off"
          defaultValue={happening?.knownFrom ?? ''}
          maxLength={200}
        />
      </ActionForm>
    </Sheet>
  );
}

function fieldsOf(values: FormData): HappeningFields {
  const kind = happeningKinds.find((one) => one === formText(values, 'kind')) ?? 'other';
  const until = formText(values, 'until');
  return {
    kind,
    what: formText(values, 'what'),
    from: timeText(formText(values, 'from'), formText(values, 'fromTime')),
    until: until === '' ? null : timeText(until, formText(values, 'untilTime')),
    location: formText(values, 'location'),
    knownFrom: formText(values, 'knownFrom'),
  };
}

/** Without a zone: the server reads it by the clock of the workspace. */
function timeText(day: string, time: string): string {
  return time === '' ? day : `${day}T${time}`;
}

function partsOf(at: string | null, formats: Formats): { readonly day: string; readonly time: string } {
  if (at === null) return { day: '', time: '' };
  return at.length === 10 ? { day: at, time: '' } : { day: formats.dayKey(at), time: formats.time(at) };
}
