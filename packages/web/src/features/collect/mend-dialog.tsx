import { useState } from 'react';
import { mend, type SetAsideItem } from '../../api/set-aside.js';
import { sentence } from '../../format/sentence.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { ActionForm } from '../../parts/action-form.js';
import { notices } from '../../parts/notices.js';
import { Sheet } from '../../parts/sheet.js';
import { TextField } from '../../parts/text-field.js';
import { word } from '../../words/word.js';
import { useReadAgain } from './use-read-again.js';

interface Props {
  readonly item: SetAsideItem;
  readonly onClose: () => void;
}

/** Changes one message and has it read again; if it still cannot be used, says why and keeps the text. */
export function MendDialog({ item, onClose }: Props) {
  const { slug } = useWorkspace();
  const readAgain = useReadAgain();
  const [body, setBody] = useState(item.body);
  return (
    <Sheet title={word('setAside.edit.title')} onClose={onClose}>
      <p>{sentence(item.reason)}</p>
      <ActionForm
        submit={word('setAside.edit.confirm')}
        onCancel={onClose}
        action={async () => {
          await mend.replayOne(slug, item.id, body);
          onClose();
          notices.say(word('setAside.edit.done'));
          await readAgain();
        }}
      >
        <TextField
          label={word('setAside.edit.body')}
          hint={word('setAside.edit.hint')}
          rows={10}
          value={body}
          onChange={setBody}
          isRequired
          autoFocus
        />
      </ActionForm>
    </Sheet>
  );
}
