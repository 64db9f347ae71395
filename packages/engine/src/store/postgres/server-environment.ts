/** Nothing of our own environment reaches the server: a stray PGPORT or PGDATA would redirect it. */
export function serverEnvironment(): Readonly<Record<string, string>> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}
