import { mend, type SetAsideItem } from '../../api/set-aside.js';
import { formText } from '../../format/form-text.js';
import { sentence } from '../../format/sentence.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Confirm } from '../../parts/confirm.js';
import { notices } from '../../parts/notices.js';
import { TextField } from '../../parts/text-field.js';
import { word } from '../../words/word.js';
import { useReadAgain } from './use-read-again.js';

interface Props {
  readonly item: SetAsideItem;
  readonly onClose: () => void;
}

/** Leaves out one message for good, with a note; the others of its reason stay. */
export function LeaveOutOneDialog({ item, onClose }: Props) {
  const { slug } = useWorkspace();
  const readAgain = useReadAgain();
  return (
    <Confirm
      title={word('setAside.leaveOut.title', { count: 1 })}
      confirm={word('setAside.leaveOut.confirm')}
      onClose={onClose}
      action={async (values) => {
        const { leftOut } = await mend.leaveOutOne(slug, item.id, formText(values, 'note'));
        notices.say(word('setAside.leftOut', { count: leftOut }));
        await readAgain();
      }}
    >
      <p>{sentence(item.reason)}</p>
      <p>{word('setAside.leaveOut.text')}</p>
      <TextField
        label={word('setAside.leaveOut.note')}
        name="note"
        autoComplete="off"
        maxLength={500}
        isRequired
        autoFocus
      />
    </Confirm>
  );
}
