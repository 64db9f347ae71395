import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** The parts of a ZIP file, read one after the other. What they claim to inflate to is held to: a part that grows beyond it is an error. */
export interface Archive {
  readonly sizes: ReadonlyMap<string, number>;
  /** The bytes of a part, piece by piece; undefined if there is none of that name. */
  read(name: string): AsyncIterable<Buffer> | undefined;
  close(): void;
}

const mostParts = 20_000;
const mostInflatedBytes = 4 * 2 ** 30;
/** Sheets inflate to ten to fifty times their size; deflate cannot go beyond 1,032 times. */
const mostRatio = 400;
const ratioFromBytes = 64 * 2 ** 20;

/** Opens a ZIP file. Errors: `import.file-unreadable`, `import.file-inflates`. */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((cause: unknown) => {
    throw damaged(cause);
  });
  try {
    const entries = await entriesOf(zip);
    return {
      sizes: new Map([...entries].map(([name, entry]) => [name, entry.uncompressedSize])),
      read: (name) => {
        const entry = entries.get(name.toLowerCase());
        return entry === undefined ? undefined : piecesOf(zip, entry);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > mostParts) throw inflates();
  const entries = new Map<string, Entry>();
  let inflated = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const { compressedSize, uncompressedSize } = entry;
      inflated += uncompressedSize;
      if (inflated > mostInflatedBytes) throw inflates();
      if (uncompressedSize > ratioFromBytes && uncompressedSize > mostRatio * compressedSize) throw inflates();
      entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry);
    }
  } catch (error) {
    throw ThroughlineError.is(error) ? error : damaged(error);
  }
  return entries;
}

async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer, void, undefined> {
  if (entry.isEncrypted()) throw unreadable('it is protected by a password; save it without one');
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const piece of stream as AsyncIterable<Buffer>) yield piece;
  } catch (error) {
    throw ThroughlineError.is(error) ? error : damaged(error);
  }
}

const damaged = (cause: unknown) =>
  unreadable('it is damaged or was cut off; save it in Excel once more, then hand it in again', cause);

function unreadable(reason: string, cause?: unknown): ThroughlineError {
  return new ThroughlineError('import.file-unreadable', `the Excel file cannot be read: ${reason}`, { cause });
}

const inflates = () =>
  new ThroughlineError(
    'import.file-inflates',
    'the Excel file would unpack to far more than any real one does, so it was not opened; save it in Excel once more, or as CSV',
  );
