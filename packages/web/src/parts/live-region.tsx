import { useEffect, useState } from 'react';
import styles from './live-region.module.css';

/** Reads a changing result out, once it has stood still for half a second; shows nothing. */
export function LiveRegion({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p aria-live="polite" className={styles.unseen}>
      {said}
    </p>
  );
}
