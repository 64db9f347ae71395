/** Encodings a file can be in, by their names in the Encoding Standard. `iso-8859-1` is read as `windows-1252`, as browsers do. */
export const fileEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-15',
  'macintosh',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

export type FileEncoding = (typeof fileEncodings)[number];
