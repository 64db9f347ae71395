import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type RateFields, type RateKind, rateActs, rateKinds, rates } from '../../../api/costs.js';
import { formText } from '../../../format/form-text.js';
import { placeChoices } from '../../../format/place-choices.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { notices } from '../../../parts/notices.js';
import { SelectField } from '../../../parts/select-field.js';
import { Sheet } from '../../../parts/sheet.js';
import { TextField } from '../../../parts/text-field.js';
import { useSpeech } from '../../../words/speech.js';
import { word } from '../../../words/word.js';

/** Says what one contact costs, or what remains of the price of a product group, and from when on. */
export function RateDialog({ onClose }: { readonly onClose: () => void }) {
  const { slug, currency, formats } = useWorkspace();
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<RateKind>('call');
  const { language } = useSpeech();
  const currencies = useMemo(() => placeChoices.currencies(language), [language]);
  const isMargin = kind === 'margin';
  return (
    <Sheet title={word('costs.add')} onClose={onClose}>
      <ActionForm
        submit={word('app.save')}
        onCancel={onClose}
        action={async (values) => {
          const fields = fieldsOf(values, kind);
          await rateActs.add(slug, fields);
          await queryClient.invalidateQueries({ queryKey: rates(slug).queryKey });
          onClose();
          notices.say(word('costs.added', { from: formats.calendarDay(fields.from) }));
        }}
      >
        <SelectField
          label={word('costs.field.kind')}
          name="kind"
          choices={rateKinds.map((one) => ({ value: one, label: word(`costs.kind.${one}`) }))}
          initial={kind}
          onChoose={(chosen) => setKind(rateKinds.find((one) => one === chosen) ?? 'other')}
        />
        {isMargin || kind === 'other' ? (
          <TextField label={word('costs.field.subject')} name="subject" autoComplete="off" maxLength={200} isRequired />
        ) : null}
        <TextField
          label={word(isMargin ? 'costs.amount.margin' : 'costs.amount.money')}
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          pattern="-?[0-9]{1,9}([.][0-9]{1,6})?"
          wrong={word('costs.amountWrong')}
          isRequired
        />
        {isMargin ? null : (
          <SelectField label={word('costs.currency')} name="currency" choices={currencies} initial={currency} />
        )}
        <TextField
          label={word('costs.field.from')}
          name="from"
          type="date"
          defaultValue={formats.dayKey(new Date().toISOString())}
          isRequired
        />
        <TextField label={word('costs.field.to')} hint={word('costs.field.toHint')} name="to" type="date" />
      </ActionForm>
    </Sheet>
  );
}

function fieldsOf(values: FormData, kind: RateKind): RateFields {
  const to = formText(values, 'to');
  return {
    kind,
    subject: formText(values, 'subject'),
    amount: formText(values, 'amount'),
    currency: kind === 'margin' ? null : formText(values, 'currency'),
    from: formText(values, 'from'),
    to: to === '' ? null : to,
  };
}
