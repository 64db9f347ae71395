import { mend, type SetAsideGroup } from '../../api/set-aside.js';
import { formText } from '../../format/form-text.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Confirm } from '../../parts/confirm.js';
import { TextField } from '../../parts/text-field.js';
import { word } from '../../words/word.js';
import { useReadAgain } from './use-read-again.js';

interface Props {
  readonly group: SetAsideGroup;
  readonly onClose: () => void;
}

/** Leaves a whole reason out for good; asks for a note, since somebody will ask later. */
export function LeaveOutDialog({ group, onClose }: Props) {
  const { slug } = useWorkspace();
  const readAgain = useReadAgain();
  return (
    <Confirm
      title={word('setAside.leaveOut.title', { count: group.count })}
      confirm={word('setAside.leaveOut.confirm')}
      onClose={onClose}
      action={async (values) => {
        await mend.leaveOutGroup(slug, { code: group.code, note: formText(values, 'note') });
        await readAgain();
      }}
    >
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
