import { type Sync, syncActs } from '../../../api/syncs.js';
import { formText } from '../../../format/form-text.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { SelectField } from '../../../parts/select-field.js';
import { Sheet } from '../../../parts/sheet.js';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';
import { everyChoices, everyText } from './every-text.js';
import styles from './sync.module.css';
import { useSyncAct } from './use-sync-act.js';

const whole = '';

/** How new lines are told, with what speaks for each column, and how often the table is read. */
export function SyncDialog({ sync, onClose }: { readonly sync: Sync; readonly onClose: () => void }) {
  const { slug, formats } = useWorkspace();
  const act = useSyncAct();
  const { candidates, state } = sync;
  const isDraft = state === 'draft';
  const byColumn = candidates.map(({ column }) => ({ value: `=${column}`, label: word('sync.by', { column }) }));
  const columns = [
    ...(isDraft || sync.watermarkColumn !== null ? byColumn : []),
    ...(isDraft || sync.watermarkColumn === null ? [{ value: whole, label: word('sync.column.whole') }] : []),
  ];
  const [first] = candidates;
  const present = isDraft ? (first?.empty === 0 ? first.column : null) : sync.watermarkColumn;
  const intervals = everyChoices.map((minutes) => ({ value: String(minutes), label: everyText(minutes) }));
  const save = async (values: FormData) => {
    const chosen = formText(values, 'column');
    const password = values.get('password');
    const change = {
      watermarkColumn: chosen === whole ? null : chosen.slice(1),
      everyMinutes: Number(formText(values, 'every')),
      ...(typeof password === 'string' && password !== '' ? { password } : {}),
    };
    await act.mutateAsync(() => syncActs.change(slug, sync.id, change));
    onClose();
  };
  return (
    <Sheet title={word('sync.dialog.title', { table: sync.table.name })} onClose={onClose}>
      <ActionForm submit={word(isDraft ? 'sync.begin' : 'app.save')} action={save} onCancel={onClose}>
        <SelectField
          label={word('sync.column')}
          hint={word('sync.column.hint')}
          name="column"
          choices={columns}
          initial={present === null ? whole : `=${present}`}
        />
        {candidates.length === 0 ? null : (
          <ul className={styles.evidence}>
            {candidates.map(({ column, empty, rows, growsShareOf1 }) => (
              <li key={column}>
                {word('sync.evidence.of', { column, rows, empty, grows: formats.percent(growsShareOf1) })}
              </li>
            ))}
          </ul>
        )}
        <SelectField
          label={word('sync.every')}
          name="every"
          choices={intervals}
          initial={String(sync.everyMinutes ?? 1_440)}
        />
        {isDraft ? null : (
          <TextField
            label={word('database.password')}
            hint={word('sync.password.hint')}
            name="password"
            type="password"
            autoComplete="new-password"
            maxLength={1_000}
          />
        )}
      </ActionForm>
    </Sheet>
  );
}
