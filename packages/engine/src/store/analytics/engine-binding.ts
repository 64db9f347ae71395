import { createRequire } from 'node:module';
import { Session } from 'chdb';
import { parquetInsert } from './parquet-insert.js';
import { badArgument } from './query-error.js';

/** What the engine says about a statement that ended well. */
export interface EngineAnswer {
  readonly bytes: Uint8Array;
  readonly rowsRead: number;
  readonly bytesRead: number;
  readonly rowsWritten: number;
  readonly bytesWritten: number;
}

/** One connection to the engine of this process; it runs one statement at a time, and an answer holds rows of its own statement only. */
export interface EngineSession {
  query(sql: string, format: string): Promise<EngineAnswer>;
  /**
   * `sql` ends with the format's name; the rows are handed over as bytes, in any input format the engine has. Rows with an empty line
   * are refused in all but Parquet: the engine takes what follows it for the next statement.
   */
  insert(sql: string, rows: Uint8Array): Promise<EngineAnswer>;
  close(): void;
}

/**
 * Opens one more connection on the folder. All connections of a process share one engine, one folder and the first one's arguments.
 *
 * After a statement that fails, chdb 3.4.0 keeps the rows it had made by then and gives them out at the head of the *next* answer of
 * that connection (48 MB of them were seen). So a failure is followed by a statement whose answer is thrown away, and nothing
 * else runs on the connection until that one has ended well.
 */
export function openEngineSession(folder: string, connectionArgs: readonly string[]): EngineSession {
  const session = new Session(folder, { connectionArgs });
  let holdsLeftovers = false;

  const throwLeftoversAway = async () => {
    await session.queryAsync('select 1', { format: 'Null' });
    holdsLeftovers = false;
  };
  const cleanly = async <T>(statement: () => Promise<T>): Promise<T> => {
    if (holdsLeftovers) await throwLeftoversAway();
    try {
      return await statement();
    } catch (error) {
      holdsLeftovers = true;
      await throwLeftoversAway().catch(() => undefined);
      throw error;
    }
  };

  return {
    query: (sql, format) =>
      cleanly(async () => {
        const answer = await session.queryAsync(sql, { format });
        const { rowsRead, bytesRead } = answer;
        return { bytes: answer.bytes(), rowsRead, bytesRead, rowsWritten: 0, bytesWritten: 0 };
      }),
    insert: (sql, rows) =>
      cleanly(async () => {
        const whole = parquetInsert(sql, rows);
        if (whole !== undefined) {
          const { rowsRead, bytesRead } = await session.queryAsync(whole, { format: 'Null' });
          return { bytes: new Uint8Array(), rowsRead: 0, bytesRead: 0, rowsWritten: rowsRead, bytesWritten: bytesRead };
        }
        if (Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength).includes('\n\n'))
          throw badArgument('the rows of an insert hold an empty line: send them in Parquet, or without it');
        const done = await addon.InsertRawAsyncConnection(session.connection, sql, rows, false);
        const { rowsWritten, bytesWritten } = done;
        return { bytes: new Uint8Array(), rowsRead: 0, bytesRead: 0, rowsWritten, bytesWritten };
      }),
    close: () => session.close(),
  };
}

interface EngineAddon {
  InsertRawAsyncConnection(
    connection: unknown,
    sql: string,
    rows: Uint8Array,
    countLines: boolean,
  ): Promise<{ readonly rowsWritten: number; readonly bytesWritten: number }>;
}

/**
 * The native part below `Session.insert`, which takes seven text formats only and builds its own INSERT; a test inserts
 * RowBinary through it, so a version of chdb that moves it is noticed.
 */
function loadAddon(): EngineAddon {
  const require = createRequire(import.meta.url);
  const loader = createRequire(require.resolve('chdb'))('./dist/loader.js') as { loadNative(): EngineAddon };
  return loader.loadNative();
}

const addon = loadAddon();
