import { useState } from 'react';
import type { Person } from '../../../api/person.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { SettleDialog, type Settling } from './settle-dialog.js';
import { TraitHistoryDialog } from './trait-history-dialog.js';

interface Props {
  readonly person: Person;
  readonly trait: string;
  readonly onClose: () => void;
}

/** The history of one trait of a person, and from there settling which value is right. */
export function TraitSheets({ person: { currentId, name }, trait, onClose }: Props) {
  const { isAdmin } = useWorkspace();
  const [settling, setSettling] = useState<Settling>();
  if (settling !== undefined) return <SettleDialog settling={settling} onClose={onClose} />;
  const settle = (value: unknown) => setSettling({ person: currentId, name, trait, value });
  return (
    <TraitHistoryDialog person={currentId} trait={trait} onSettle={isAdmin ? settle : undefined} onClose={onClose} />
  );
}
