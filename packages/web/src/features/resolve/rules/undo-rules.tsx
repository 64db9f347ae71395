import { useState } from 'react';
import { undoRules } from '../../../api/rules.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Confirm } from '../../../parts/confirm.js';
import { word } from '../../../words/word.js';
import { useRulesChanged } from './use-rules-changed.js';

/** Takes the last change of the rules back, whatever it was about; asks first. */
export function UndoRules() {
  const { slug } = useWorkspace();
  const changed = useRulesChanged();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button onPress={() => setAsking(true)}>{word('rules.undo')}</Button>
      {isAsking ? (
        <Confirm
          title={word('rules.undo.title')}
          confirm={word('rules.undo')}
          onClose={() => setAsking(false)}
          action={async () => {
            await undoRules(slug);
            await changed();
          }}
        >
          <p>{word('rules.undo.text')}</p>
        </Confirm>
      ) : null}
    </>
  );
}
