import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField } from 'react-aria-components/SearchField';
import { Icon } from '../../parts/icon.js';
import { word } from '../../words/word.js';
import styles from './customer-search.module.css';

interface Props {
  /** What the address holds; typing elsewhere in history shows here. */
  readonly q: string;
  readonly onSearch: (q: string) => void;
}

const pauseMs = 250;

/** Searches once typing pauses, and at once on Enter. */
export function CustomerSearch({ q, onSearch }: Props) {
  const [typed, setTyped] = useState(q);
  const asked = useRef(q);
  useEffect(() => {
    if (q !== asked.current) {
      asked.current = q;
      setTyped(q);
    }
  }, [q]);
  const search = (text: string) => {
    const next = text.trim();
    if (next === asked.current) return;
    asked.current = next;
    onSearch(next);
  };
  const searchLater = useEffectEvent(search);
  useEffect(() => {
    const timer = setTimeout(() => searchLater(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <SearchField className={styles.field ?? ''} value={typed} onChange={setTyped} onSubmit={search}>
      <Label className={styles.label ?? ''}>{word('customers.search')}</Label>
      <div className={styles.box}>
        <Icon name="search" />
        <Input className={styles.input ?? ''} />
        <Button className={styles.clear ?? ''} aria-label={word('customers.search.clear')}>
          <Icon name="close" />
        </Button>
      </div>
    </SearchField>
  );
}
