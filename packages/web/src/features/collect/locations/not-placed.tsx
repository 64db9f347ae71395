import { useState } from 'react';
import type { CodeUse, Location } from '../../../api/locations.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import styles from './locations.module.css';
import { PlaceCodeDialog } from './place-code-dialog.js';

interface Props {
  readonly codes: readonly CodeUse[];
  readonly places: readonly Location[];
}

/** The codes that belong to no place, the commonest first, each to be placed. */
export function NotPlaced({ codes, places }: Props) {
  const { isAdmin, formats } = useWorkspace();
  const [placing, setPlacing] = useState<string | null>(null);
  return (
    <section className={styles.notPlaced} aria-labelledby="not-placed">
      <h2 id="not-placed" className={styles.heading}>
        {word('locations.notPlaced')}
      </h2>
      <p className={styles.meta}>{word('locations.notPlaced.text')}</p>
      <Table
        endsInActs={isAdmin}
        caption={word('locations.notPlaced')}
        columns={[
          word('locations.notPlaced.code'),
          word('locations.notPlaced.interactions'),
          word('locations.notPlaced.numbers'),
          word('locations.notPlaced.happenings'),
          ...(isAdmin ? [word('locations.notPlaced.do')] : []),
        ]}
        numeric={[1, 2, 3]}
      >
        {codes.map(({ code, interactions, numbers, happenings }) => (
          <tr key={code}>
            <th scope="row">{code}</th>
            <td data-number>{formats.number(interactions)}</td>
            <td data-number>{formats.number(numbers)}</td>
            <td data-number>{formats.number(happenings)}</td>
            {isAdmin ? (
              <td>
                <Button
                  look="quiet"
                  aria-label={word('locations.place.aria', { code })}
                  onPress={() => setPlacing(code)}
                >
                  {word('locations.place')}
                </Button>
              </td>
            ) : null}
          </tr>
        ))}
      </Table>
      {placing === null ? null : <PlaceCodeDialog code={placing} places={places} onClose={() => setPlacing(null)} />}
    </section>
  );
}
