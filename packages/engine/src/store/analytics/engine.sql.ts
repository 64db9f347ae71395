/** What the analytics engine is asked when it is opened. */
export const engineSql = {
  /** `name` is quoted already. */
  createDatabase: (name: string) => `create database if not exists ${name} engine = Atomic`,
  version: 'select version()',
  namedVersion: 'select version() as version',
  tableFunctions: 'select name from system.table_functions',
};
