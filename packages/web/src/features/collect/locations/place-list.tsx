import type { Location, LocationUse, PlaceUse } from '../../../api/locations.js';
import { word } from '../../../words/word.js';
import type { Branch } from './branches.js';
import styles from './locations.module.css';
import { PlaceActs } from './place-acts.js';

interface Props {
  readonly branches: readonly Branch[];
  readonly items: readonly Location[];
  readonly use: LocationUse | undefined;
}

/** Places as lists within lists, each with what happened there and below. */
export function PlaceList({ branches, items, use }: Props) {
  const sums = new Map(use?.places.map(({ id, branch }) => [id, branch]));
  return (
    <ul className={styles.places}>
      {branches.map(({ place, below }) => (
        <li key={place.id}>
          <div className={styles.place}>
            <p>
              <strong>{place.name}</strong> <span className={styles.kind}>{word(`locations.kind.${place.kind}`)}</span>
            </p>
            <p className={styles.codes}>
              {place.codes.length === 0
                ? word('locations.codes.none')
                : word('locations.codes', { codes: place.codes.join(', ') })}
            </p>
            <p className={styles.sums}>{use === undefined ? '' : sumsText(sums.get(place.id))}</p>
            <PlaceActs place={place} places={items} />
          </div>
          {below.length === 0 ? null : <PlaceList branches={below} items={items} use={use} />}
        </li>
      ))}
    </ul>
  );
}

function sumsText(sums: PlaceUse | undefined): string {
  if (sums === undefined) return word('locations.counts.none');
  const { interactions, numbers, happenings } = sums;
  const text = word('locations.counts', { interactions, numbers, happenings }).replace(/^, /, '');
  return text === '' ? word('locations.counts.none') : text;
}
