/**
 * The file a child process or worker is started from. Children run compiled JavaScript only; when the caller itself
 * runs from TypeScript source (the test runner does that), the same file below `dist/` is meant.
 */
export function compiledEntry(callerUrl: string, relative: string): URL {
  const url = new URL(relative, callerUrl);
  url.pathname = url.pathname.replace(/\/packages\/engine\/src\//, '/packages/engine/dist/').replace(/\.ts$/, '.js');
  return url;
}
