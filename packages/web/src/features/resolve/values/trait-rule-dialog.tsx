import type { RuleSet } from '@throughline/core/resolve/rule-set';
import { withTraitRule } from '@throughline/core/resolve/traits/with-trait-rule';
import { useState } from 'react';
import { askWhatIf, stopWhatIf, type WhatIf } from '../../../api/rules.js';
import type { Source } from '../../../api/sources.js';
import type { Trait } from '../../../api/traits.js';
import { traitName } from '../../../format/trait-name.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { Sheet } from '../../../parts/sheet.js';
import { word } from '../../../words/word.js';
import { AnsweredRules } from '../rules/answered-rules.js';
import { TraitRuleFields } from './trait-rule-fields.js';
import { traitRuleOfForm } from './trait-rule-of-form.js';

interface Props {
  readonly trait: Trait;
  readonly document: RuleSet;
  readonly sources: readonly Source[];
  readonly onClose: () => void;
}

/** Changes the rule of one trait in two steps: how the value is chosen, and, once that is known, for whom it would be another. */
export function TraitRuleDialog({ trait: { trait, rule, own }, document, sources, onClose }: Props) {
  const { slug } = useWorkspace();
  const [draft, setDraft] = useState({ rule: own ? rule : null, document });
  const [asked, setAsked] = useState<WhatIf>();
  const close = () => {
    if (asked?.state === 'running') stopWhatIf(slug, asked.id).catch(() => undefined);
    onClose();
  };
  return (
    <Sheet title={word('values.change.title', { trait: traitName(trait) })} onClose={close}>
      {asked === undefined ? (
        <ActionForm
          submit={word('rules.see')}
          onCancel={close}
          action={async (values) => {
            const changed = traitRuleOfForm(values);
            const next = withTraitRule(document, trait, changed);
            setDraft({ rule: changed, document: next });
            setAsked(await askWhatIf(slug, next));
          }}
        >
          <TraitRuleFields rule={draft.rule} otherwise={document.goldenTraits.otherwise} sources={sources} />
        </ActionForm>
      ) : (
        <AnsweredRules asked={asked} draft={draft.document} onBack={() => setAsked(undefined)} onClose={close} />
      )}
    </Sheet>
  );
}
