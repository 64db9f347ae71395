import { useEffect, useEffectEvent, useState } from 'react';

/** Takes files that are dropped anywhere on the page. True while some are held above it. */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const drop = useEffectEvent(onFiles);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const withFiles = (act: (event: DragEvent) => void) => (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener(
      'dragover',
      withFiles(() => setOver(true)),
      { signal },
    );
    window.addEventListener(
      'dragleave',
      withFiles((event) => {
        if (event.relatedTarget === null) setOver(false);
      }),
      { signal },
    );
    window.addEventListener(
      'drop',
      withFiles((event) => {
        setOver(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) drop(files);
      }),
      { signal },
    );
    return () => listening.abort();
  }, []);
  return isOver;
}
