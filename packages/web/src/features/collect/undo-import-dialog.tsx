import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ImportRun, undoImport, undoPreview } from '../../api/imports.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Confirm } from '../../parts/confirm.js';
import { InlineProblem } from '../../parts/inline-problem.js';
import { Loading } from '../../parts/loading.js';
import { notices } from '../../parts/notices.js';
import { Sheet } from '../../parts/sheet.js';
import { word } from '../../words/word.js';

interface Props {
  readonly run: ImportRun;
  readonly onClose: () => void;
}

/** Says what would go before it takes an import back. */
export function UndoImportDialog({ run, onClose }: Props) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const preview = useQuery(undoPreview(slug, run.id));
  const title = word('imports.undo.title', { file: run.fileName });
  if (preview.data === undefined) {
    return (
      <Sheet title={title} onClose={onClose} firm={false}>
        {preview.isError ? <InlineProblem error={preview.error} /> : <Loading rows={3} />}
      </Sheet>
    );
  }
  return (
    <Confirm
      title={title}
      confirm={word('imports.undo.confirm')}
      onClose={onClose}
      action={async () => {
        await undoImport(slug, run.id);
        await queryClient.invalidateQueries({ queryKey: ['w', slug] });
        notices.say(word('imports.undo.started', { file: run.fileName }));
      }}
    >
      <p>{word('imports.undo.text', { ...preview.data })}</p>
    </Confirm>
  );
}
