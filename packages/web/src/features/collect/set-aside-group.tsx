import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { type SetAsideGroup as Group, isRunning, type Mending, mend } from '../../api/set-aside.js';
import { sentence } from '../../format/sentence.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { InlineProblem } from '../../parts/inline-problem.js';
import { sentences } from '../../words/sentences.js';
import { word } from '../../words/word.js';
import { groupReason } from './group-reason.js';
import { LeaveOutDialog } from './leave-out-dialog.js';
import { ReplaceDialog } from './replace-dialog.js';
import styles from './set-aside.module.css';
import { SetAsidePart } from './set-aside-part.js';
import { useReadAgain } from './use-read-again.js';

interface Props {
  readonly group: Group;
  readonly mendings: readonly Mending[];
}

/** One reason: how many wait for it, by file what would mend them, three of them, and what can be done with all. */
export function SetAsideGroup({ group, mendings }: Props) {
  const { slug, isAdmin, formats } = useWorkspace();
  const heading = useId();
  const [dialog, setDialog] = useState<'replace' | 'leave-out' | null>(null);
  const readAgain = useReadAgain();
  const replay = useMutation({
    mutationFn: () => mend.replayGroup(slug, { code: group.code }),
    onSuccess: readAgain,
  });
  const close = () => setDialog(null);
  const running = mendings.filter((mending) => mending.code === group.code && isRunning(mending));
  const isWhole = running.some((mending) => mending.import === null);
  const suggested = group.parts.find(({ suggestion }) => suggestion !== null)?.suggestion ?? null;
  const reason =
    suggested === null ? groupReason(group.reason) : sentences().say(suggested.why.key, suggested.why.values);
  const acts =
    isAdmin && !isWhole ? (
      <>
        <Button look="danger" onPress={() => setDialog('leave-out')}>
          {word('setAside.leaveOut')}
        </Button>
        <Button look="quiet" onPress={() => setDialog('replace')}>
          {word('setAside.replace')}
        </Button>
        <Button look="quiet" onPress={() => replay.mutate()} isPending={replay.isPending}>
          {word('setAside.again')}
        </Button>
      </>
    ) : null;
  const isOne = group.parts.length === 1;
  return (
    <section className={styles.group} aria-labelledby={heading}>
      <h2 id={heading}>{sentence(reason)}</h2>
      <p className={styles.meta}>
        <strong className={styles.count}>{word('setAside.count', { count: group.count })}</strong>,{' '}
        {word('setAside.since', { first: formats.moment(group.firstAt), last: formats.moment(group.lastAt) })}
      </p>
      {group.mend === null || suggested !== null ? null : (
        <p className={styles.advice}>{word(`setAside.mend.${group.mend}`)}</p>
      )}
      {isOne ? null : <div className={styles.acts}>{acts}</div>}
      {replay.error === null ? null : <InlineProblem error={replay.error} />}
      {group.parts.map((part) => (
        <SetAsidePart
          key={part.import ?? part.source}
          code={group.code}
          part={part}
          acts={isOne ? acts : null}
          isMending={isWhole || running.some((mending) => mending.import === part.import)}
        />
      ))}
      {dialog === 'replace' ? <ReplaceDialog group={group} onClose={close} /> : null}
      {dialog === 'leave-out' ? <LeaveOutDialog group={group} onClose={close} /> : null}
    </section>
  );
}
