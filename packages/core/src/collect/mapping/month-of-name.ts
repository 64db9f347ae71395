/** The month (1 to 12) of a name or its usual short form in English, German, French, Spanish or Dutch; a dot behind it does not count. */
export function monthOfName(text: string): number | undefined {
  const name = text.toLowerCase().replace(/\.$/, '').normalize('NFD').replace(/\p{M}/gu, '');
  return months.get(name);
}

/** Names without accents, month by month. */
const names = [
  'january januar jan jan janner janvier janv enero ene januari',
  'february februar feb feber fevrier fevr febrero februari',
  'march marz mar mrz maerz mars marzo maart mrt',
  'april apr avril avr abril abr',
  'may mai mayo mei',
  'june juni jun juin junio',
  'july juli jul juillet juil julio',
  'august aug aout agosto ago augustus',
  'september sep sept septembre septiembre set',
  'october oktober oct okt octobre octubre',
  'november nov novembre noviembre',
  'december dezember dec dez decembre diciembre dic',
];

const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((list, at) => list.split(' ').map((name) => [name, at + 1] as const)),
);
