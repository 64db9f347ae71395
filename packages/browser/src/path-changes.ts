/** Calls back each time the path changes without a load: by the site's own router, or by back and forward. The function returned ends it. */
export function onPathChange(changed: () => void): () => void {
  const { pushState, replaceState } = history;
  let path = location.pathname;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    // Routers set the title after the address.
    timer = setTimeout(() => {
      if (location.pathname === path) return;
      path = location.pathname;
      changed();
    });
  };
  const watched = (original: History['pushState']): History['pushState'] =>
    function (this: History, ...given) {
      original.apply(this, given);
      look();
    };
  history.pushState = watched(pushState);
  history.replaceState = watched(replaceState);
  addEventListener('popstate', look);
  return () => {
    clearTimeout(timer);
    history.pushState = pushState;
    history.replaceState = replaceState;
    removeEventListener('popstate', look);
  };
}
