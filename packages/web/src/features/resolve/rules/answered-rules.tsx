import type { RuleSet } from '@throughline/core/resolve/rule-set';
import { setRules, type WhatIf } from '../../../api/rules.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { notices } from '../../../parts/notices.js';
import { word } from '../../../words/word.js';
import { useRulesChanged } from './use-rules-changed.js';
import { WhatIfView } from './what-if-view.js';

interface Props {
  readonly asked: WhatIf;
  readonly draft: RuleSet;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** What the asked rules would change, and using them. */
export function AnsweredRules({ asked, draft, onBack, onClose }: Props) {
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
