import { useState } from 'react';
import type { Identifier } from '../../../api/identifier.js';
import type { ListLine } from '../../../api/join-lists.js';
import { Button } from '../../../parts/button.js';
import { IdentifierChip } from '../../../parts/identifier-chip.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';

const few = 100;

/** Each line with what would become of it; those that would join nobody first, since they are what to look at. */
export function PreviewedLines({ lines }: { readonly lines: readonly ListLine[] }) {
  const [shown, setShown] = useState(few);
  const ordered = [...lines].sort(
    (a, b) => Number(a.verdict === 'joins') - Number(b.verdict === 'joins') || a.line - b.line,
  );
  return (
    <>
      <Table
        caption={word('joinList.lines')}
        columns={[
          word('joinList.column.line'),
          word('joinList.column.first'),
          word('joinList.column.second'),
          word('joinList.column.what'),
          word('joinList.column.reason'),
        ]}
        numeric={[0]}
      >
        {ordered.slice(0, shown).map(({ line, a, b, reason, sentence }) => (
          <tr key={line}>
            <td>{line}</td>
            <td>
              <Chip identifier={a} />
            </td>
            <td>
              <Chip identifier={b} />
            </td>
            <td>{sentence}</td>
            <td>{reason}</td>
          </tr>
        ))}
      </Table>
      {ordered.length > shown ? (
        <Button look="quiet" onPress={() => setShown(shown + 10 * few)}>
          {word('customers.more')}
        </Button>
      ) : null}
    </>
  );
}

function Chip({ identifier }: { readonly identifier: Identifier | null }) {
  return identifier === null ? null : <IdentifierChip identifier={identifier} />;
}
