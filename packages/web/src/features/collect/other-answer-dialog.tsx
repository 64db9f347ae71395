import type { MendAnswer } from '@throughline/core/collect/mend/mend-answer';
import { mend, type SetAsidePart } from '../../api/set-aside.js';
import { formText } from '../../format/form-text.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { ActionForm } from '../../parts/action-form.js';
import { SelectField } from '../../parts/select-field.js';
import { Sheet } from '../../parts/sheet.js';
import { TextField } from '../../parts/text-field.js';
import { word } from '../../words/word.js';
import { useReadAgain } from './use-read-again.js';

interface Props {
  readonly code: string;
  readonly part: SetAsidePart;
  readonly onClose: () => void;
}

/** A year that is not written is put before the text. */
const yearBefore = 'yyyy ';
const answered = ['line.date-unreadable', 'line.number-unreadable', 'line.value-not-in-table'] as const;

/** Whether one answer can mend all that was set aside for this reason. */
export function takesAnswer(code: string): code is (typeof answered)[number] {
  return answered.some((one) => one === code);
}

/** Another answer than the suggested one, for all that a file has set aside for a column. */
export function OtherAnswerDialog({ code, part, onClose }: Props) {
  const { slug } = useWorkspace();
  const readAgain = useReadAgain();
  const { column, suggestion } = part;
  const given = suggestion?.answer;
  const [sample] = part.samples;
  const [mark] = sample?.marks ?? [];
  const odd = sample === undefined || mark === undefined ? '' : sample.body.slice(mark.start, mark.end);
  return (
    <Sheet title={word('setAside.answer.title', { column: column ?? '' })} onClose={onClose}>
      <ActionForm
        submit={word('setAside.replace.confirm')}
        onCancel={onClose}
        action={async (values) => {
          if (part.import === null || column === null) return;
          await mend.answer(slug, { code, import: part.import, column, answer: answerOf(code, values) });
          onClose();
          await readAgain();
        }}
      >
        {code === 'line.date-unreadable' ? (
          <>
            <TextField
              label={word('setAside.answer.format')}
              hint={word('setAside.answer.formatHint')}
              name="format"
              defaultValue={given !== undefined && 'formats' in given ? given.formats.map(withoutYear).join(', ') : ''}
              isRequired
            />
            <TextField
              label={word('setAside.answer.year')}
              hint={word('setAside.answer.yearHint')}
              name="year"
              inputMode="numeric"
              pattern="(19|20)[0-9]{2}"
              defaultValue={given?.type === 'year' ? String(given.year) : ''}
            />
          </>
        ) : code === 'line.number-unreadable' ? (
          <SelectField
            label={word('setAside.answer.decimal')}
            name="decimal"
            choices={[
              { value: '.', label: word('setAside.answer.point') },
              { value: ',', label: word('setAside.answer.comma') },
            ]}
            initial={given?.type === 'decimal' ? given.decimal : '.'}
          />
        ) : (
          <>
            <TextField label={word('setAside.replace.find')} name="from" defaultValue={odd} isRequired />
            <TextField label={word('setAside.replace.with')} name="to" isRequired />
          </>
        )}
      </ActionForm>
    </Sheet>
  );
}

function answerOf(code: string, values: FormData): MendAnswer {
  if (code === 'line.number-unreadable')
    return { type: 'decimal', decimal: formText(values, 'decimal') === ',' ? ',' : '.' };
  if (code === 'line.value-not-in-table')
    return { type: 'value', from: formText(values, 'from'), to: formText(values, 'to') };
  const formats = formText(values, 'format')
    .split(',')
    .map((format) => format.trim())
    .filter((format) => format !== '');
  const year = formText(values, 'year');
  if (year === '') return { type: 'date', formats };
  return { type: 'year', year: Number(year), formats: formats.map((format) => `${yearBefore}${withoutYear(format)}`) };
}

function withoutYear(format: string): string {
  return format.startsWith(yearBefore) ? format.slice(yearBefore.length) : format;
}
