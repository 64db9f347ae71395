/**
 * The statement that puts a Parquet file into a table with the file as a constant of it, for an INSERT whose text ends with `format Parquet`;
 * undefined for any other. Columns that the INSERT names are found in the file by name, and in their absence all are taken in order.
 *
 * chdb 3.4.0 takes an INSERT's rows to end at the first empty line, as a command line would, and the bytes of a Parquet file may hold one.
 */
export function parquetInsert(sql: string, file: Uint8Array): string | undefined {
  const found = /^(?<head>.*\binsert\s+into\s+\S+\s*(?:\((?<columns>[^()]*)\))?.*?)\s+format\s+parquet$/is.exec(sql);
  if (found?.groups === undefined) return undefined;
  const { head, columns = '*' } = found.groups;
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('base64');
  return `${head} select ${columns} from format(Parquet, base64Decode('${text}'))`;
}
