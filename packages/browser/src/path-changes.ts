/** Calls back each time the path changes without a load: by the site's own router, or by back and forward. */
export function onPathChange(changed: () => void): void {
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
  history.pushState = watched(history.pushState);
  history.replaceState = watched(history.replaceState);
  addEventListener('popstate', look);
}
