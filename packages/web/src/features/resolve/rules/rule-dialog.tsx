import { ruleSubjectInWords } from '@throughline/core/resolve/rule-in-words';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import { useState } from 'react';
import { askWhatIf, setRules, stopWhatIf, type WhatIf } from '../../../api/rules.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { notices } from '../../../parts/notices.js';
import { Sheet } from '../../../parts/sheet.js';
import { sentences } from '../../../words/sentences.js';
import { word } from '../../../words/word.js';
import { RuleFields } from './rule-fields.js';
import { ruleOfForm } from './rule-of-form.js';
import { useRulesChanged } from './use-rules-changed.js';
import { WhatIfView } from './what-if-view.js';

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
        <Answered asked={asked} draft={draft} onBack={() => setAsked(undefined)} onClose={close} />
      )}
    </Sheet>
  );
}

interface AnsweredProps {
  readonly asked: WhatIf;
  readonly draft: RuleSet;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

function Answered({ asked, draft, onBack, onClose }: AnsweredProps) {
  const { slug } = useWorkspace();
  const changed = useRulesChanged();
  return (
    <WhatIfView
      asked={asked}
      onBack={onBack}
      apply={async () => {
        const { inForce } = await setRules(slug, draft);
        if (inForce) notices.say(word('rules.applied'));
        await changed();
        onClose();
      }}
    />
  );
}
