/**
 * What of `secrets.json` belongs to the instance, as JSON text: the passwords of database roles belong to the server they were made for,
 * and a restore makes new ones.
 */
export function carriedSecrets(secretsFile: string): string {
  const all = JSON.parse(secretsFile) as Readonly<Record<string, unknown>>;
  const carried = Object.entries(all).filter(([name]) => !name.startsWith('postgres.'));
  return `${JSON.stringify(Object.fromEntries(carried), null, 2)}\n`;
}
