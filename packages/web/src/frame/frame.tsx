import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Icon } from '../parts/icon.js';
import { Loading } from '../parts/loading.js';
import { useSpeech } from '../words/speech.js';
import { word } from '../words/word.js';
import { Brand } from './brand.js';
import styles from './frame.module.css';
import { Navigation } from './navigation.js';
import { SampleBanner } from './sample/sample-banner.js';
import { useWorkspace } from './use-workspace.js';

/** Navigation and the screen beside it. On another screen the focus moves to its heading, so that it is read out. */
export function Frame() {
  useSpeech();
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const { isSample } = useWorkspace();
  const [menuOpen, setMenuOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    const first = shown.current === undefined;
    shown.current = pathname;
    if (first) return;
    setMenuOpen(false);
    return focusHeading(main.current);
  }, [pathname]);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {word('app.skip')}
      </a>
      <header className={styles.bar}>
        <Brand />
        <button
          type="button"
          className={styles.menu}
          aria-expanded={menuOpen}
          aria-controls="navigation"
          onClick={() => setMenuOpen(!menuOpen)}
        >
          <Icon name={menuOpen ? 'close' : 'menu'} />
          {word(menuOpen ? 'app.menuClose' : 'app.menu')}
        </button>
      </header>
      <div id="navigation" className={styles.side} data-open={menuOpen}>
        <Navigation />
      </div>
      <main id="content" ref={main} tabIndex={-1} className={styles.main}>
        {isSample ? <SampleBanner /> : null}
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

/** The heading of a screen that is still loading comes a little later: the first one to appear gets the focus. */
function focusHeading(main: HTMLElement | null): () => void {
  const focused = () => {
    const heading = main?.querySelector<HTMLElement>('h1');
    heading?.focus({ preventScroll: true });
    return heading != null;
  };
  if (main === null || focused()) return () => undefined;
  const watcher = new MutationObserver(() => {
    if (focused()) watcher.disconnect();
  });
  watcher.observe(main, { childList: true, subtree: true });
  return () => watcher.disconnect();
}
