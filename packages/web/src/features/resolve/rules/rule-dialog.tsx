import { ruleSubjectInWords } from '@throughline/core/resolve/rule-in-words';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import { useState } from 'react';
import { askWhatIf, stopWhatIf, type WhatIf } from '../../../api/rules.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { Sheet } from '../../../parts/sheet.js';
import { sentences } from '../../../words/sentences.js';
import { word } from '../../../words/word.js';
import { AnsweredRules } from './answered-rules.js';
import { RuleFields } from './rule-fields.js';
import { ruleOfForm } from './rule-of-form.js';

interface Props {
  readonly namespace: string;
  readonly document: RuleSet;
  readonly onClose: () => void;
}

/** Changes one rule in two steps: what it shall be, and, once that is known, what it would do. Nothing changes before the second. */
export function RuleDialog({ namespace, document, onClose }: Props) {
  const { slug } = useWorkspace();
  const [draft, setDraft] = useState(document);
  const [asked, setAsked] = useState<WhatIf>();
  const close = () => {
    if (asked?.state === 'running') stopWhatIf(slug, asked.id).catch(() => undefined);
    onClose();
  };
  return (
    <Sheet title={word('rules.change.title', { thing: ruleSubjectInWords(namespace, sentences()) })} onClose={close}>
      {asked === undefined ? (
        <ActionForm
          submit={word('rules.see')}
          onCancel={close}
          action={async (values) => {
            const changed = ruleOfForm(document, namespace, values);
            setDraft(changed);
            setAsked(await askWhatIf(slug, changed));
          }}
        >
          <RuleFields rule={draft.namespaces[namespace] ?? draft.otherNamespaces} />
        </ActionForm>
      ) : (
        <AnsweredRules asked={asked} draft={draft} onBack={() => setAsked(undefined)} onClose={close} />
      )}
    </Sheet>
  );
}
