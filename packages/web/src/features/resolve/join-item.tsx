import { useState } from 'react';
import type { Join } from '../../api/joins.js';
import type { Person } from '../../api/person.js';
import { sentence } from '../../format/sentence.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { IdentifierChip } from '../../parts/identifier-chip.js';
import { word } from '../../words/word.js';
import styles from './join-list.module.css';
import { LaterSplitDialog } from './later-split-dialog.js';
import { useUndoDecision } from './use-undo-decision.js';

interface Props {
  readonly join: Join;
  readonly person: Person;
}

export function JoinItem({ join, person }: Props) {
  const { isAdmin, formats } = useWorkspace();
  const [splitting, setSplitting] = useState(false);
  const undo = useUndoDecision();
  const isDecision = join.kind === 'different' || join.kind === 'same';
  return (
    <li className={styles.join} data-held={join.held}>
      <div className={styles.says}>
        <p className={styles.sentence}>{sentence(join.sentence)}</p>
        {join.held ? null : (
          <p className={styles.refused}>
            {join.refusedBecause === null
              ? word('person.joins.refused')
              : sentence(word('person.joins.refusedBecause', { reason: join.refusedBecause }))}
          </p>
        )}
      </div>
      {isAdmin && isDecision ? (
        <Button
          look="quiet"
          aria-label={word('person.decision.undo.aria', { sentence: join.sentence })}
          onPress={() => void undo(join.match)}
        >
          {word('app.undo')}
        </Button>
      ) : isAdmin && join.held && join.identifiers.length > 1 ? (
        <Button
          look="quiet"
          aria-label={word('person.split.aria', { sentence: join.sentence })}
          onPress={() => setSplitting(true)}
        >
          {word('person.split')}
        </Button>
      ) : null}
      <p className={styles.meta}>
        <span>{word('person.joins.source', { source: join.source, at: formats.occasion(join.at) })}</span>
        {join.decidedBy === null ? null : <span>{word('person.joins.byPerson', { who: join.decidedBy })}</span>}
        {join.identifiers.map((identifier) => (
          <IdentifierChip key={`${identifier.namespace} ${identifier.value}`} identifier={identifier} />
        ))}
      </p>
      {splitting ? <LaterSplitDialog join={join} person={person} onClose={() => setSplitting(false)} /> : null}
    </li>
  );
}
