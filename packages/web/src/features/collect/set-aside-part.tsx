import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { mend, type SetAsidePart as Part } from '../../api/set-aside.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { InlineProblem } from '../../parts/inline-problem.js';
import { sentences } from '../../words/sentences.js';
import { word } from '../../words/word.js';
import { OtherAnswerDialog, takesAnswer } from './other-answer-dialog.js';
import { partFinding } from './part-finding.js';
import styles from './set-aside.module.css';
import { SetAsideSample } from './set-aside-sample.js';
import { useReadAgain } from './use-read-again.js';

interface Props {
  readonly code: string;
  readonly part: Part;
  /** What else can be done with all of the reason. */
  readonly acts: ReactNode;
  /** Something is being done with all of it. */
  readonly isMending: boolean;
}

/** What one file has set aside for a reason: what it looks like, the one answer that mends all of it, and three lines. */
export function SetAsidePart({ code, part, acts, isMending }: Props) {
  const { slug, isAdmin } = useWorkspace();
  const readAgain = useReadAgain();
  const [isChanging, setChanging] = useState(false);
  const { suggestion, column } = part;
  const act = useMutation({
    mutationFn: async () => {
      if (part.import === null || column === null || suggestion === null) return;
      await mend.answer(slug, { code, import: part.import, column, answer: suggestion.answer });
      await readAgain();
    },
  });
  const isFile = part.import !== null && column !== null;
  return (
    <div className={styles.part}>
      <p className={styles.finding}>{partFinding(part)}</p>
      {isAdmin && !isMending ? (
        <div className={styles.acts}>
          {isFile && suggestion !== null ? (
            <Button look="main" isPending={act.isPending} onPress={() => act.mutate()}>
              {sentences().say(suggestion.label.key, suggestion.label.values)}
            </Button>
          ) : null}
          {isFile && takesAnswer(code) ? (
            <Button onPress={() => setChanging(true)}>
              {word(suggestion === null ? 'setAside.answer' : 'setAside.answer.other')}
            </Button>
          ) : null}
          {acts}
        </div>
      ) : null}
      {act.error === null ? null : <InlineProblem error={act.error} />}
      <ul className={styles.samples} aria-label={word('setAside.samples')}>
        {part.samples.map((item) => (
          <SetAsideSample key={item.id} item={item} />
        ))}
      </ul>
      {isChanging ? <OtherAnswerDialog code={code} part={part} onClose={() => setChanging(false)} /> : null}
    </div>
  );
}
