/** An E.164 number as it is dialled from Germany, with the blanks people put in. */
export function nationalPhone(e164: string): string {
  if (!e164.startsWith('+49')) return `00${e164.slice(1, 3)} ${e164.slice(3, 7)} ${e164.slice(7)}`;
  const areaLength = e164.startsWith('+4930') ? 2 : 3;
  const rest = e164.slice(3 + areaLength);
  return `0${e164.slice(3, 3 + areaLength)} / ${rest.slice(0, 4)} ${rest.slice(4)}`;
}
