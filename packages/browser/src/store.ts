/** Texts by name, in the browser or in memory. */
export interface Store {
  read(name: string): string | null;
  /** False if there is no room. */
  write(name: string, text: string): boolean;
  remove(name: string): void;
  names(): readonly string[];
}

/** What outlives the page; undefined where the browser keeps nothing for us. Asking for it writes nothing. */
export function localStore(): Store | undefined {
  try {
    return storeIn(window.localStorage);
  } catch {
    return undefined;
  }
}

export function memoryStore(): Store {
  const texts = new Map<string, string>();
  return {
    read: (name) => texts.get(name) ?? null,
    write: (name, text) => texts.set(name, text).has(name),
    remove: (name) => texts.delete(name),
    names: () => [...texts.keys()],
  };
}

function storeIn(storage: Storage): Store {
  return {
    read: (name) => storage.getItem(name),
    write(name, text) {
      try {
        storage.setItem(name, text);
        return true;
      } catch {
        return false;
      }
    },
    remove: (name) => storage.removeItem(name),
    names: () => Object.keys(storage),
  };
}

/** Removes all that is ours. */
export function clearStore(store: Store): void {
  for (const name of store.names()) if (name.startsWith('throughline.')) store.remove(name);
}
