import type { Target } from '../database-job.js';

/** The engine's configuration: the connection with each statement under a name. Values are escaped as XML. */
export function namedCollections(target: Target, statements: Readonly<Record<string, string>>): string {
  const { address, port, user, password, database } = target;
  const values = { host: address, port: String(port), user, password, database };
  const collections = Object.entries(statements).map(
    ([name, query]) => `<${name}>${elements({ ...values, query })}</${name}>`,
  );
  return `<clickhouse>
  <max_server_memory_usage>700000000</max_server_memory_usage>
  <mark_cache_size>1048576</mark_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <max_thread_pool_size>100</max_thread_pool_size>
  <dollar>$</dollar>
  <named_collections>${collections.join('')}</named_collections>
</clickhouse>
`;
}

function elements(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
    .join('');
}

const dollar = '$\u007bdollar}';

/** Every character but plain letters and digits goes as its number. The engine would take `${…}` for the name of something else to put there. */
function escaped(text: string): string {
  return [...text]
    .map((character) => {
      if (character === '$') return dollar;
      return /^[A-Za-z0-9]$/.test(character) ? character : `&#${character.codePointAt(0)};`;
    })
    .join('');
}
