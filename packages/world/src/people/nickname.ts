/** What friends make of a first name: a name people really use where there is one, else its first syllable. */
export function nicknameOf(firstName: string): string {
  const usual = usualNicknames.get(firstName);
  if (usual !== undefined) return usual;
  const syllable = /^.[^aeiouyäöü]*[aeiouyäöüáéíóú]+[^aeiouyäöü]?/iu.exec(firstName)?.[0] ?? firstName;
  return syllable.length < 3 || syllable === firstName ? firstName : syllable;
}

const usualNicknames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Alexander: 'Alex',
    Alexandra: 'Alex',
    Andreas: 'Andi',
    Anthony: 'Tony',
    Benjamin: 'Ben',
    Charlotte: 'Lotte',
    Christian: 'Chris',
    Christina: 'Tina',
    Christopher: 'Chris',
    Daniel: 'Dan',
    Dominik: 'Nik',
    Edward: 'Ted',
    Elisabeth: 'Lisa',
    Elizabeth: 'Liz',
    Florian: 'Flo',
    Franziska: 'Franzi',
    Friedrich: 'Fritz',
    Gregory: 'Greg',
    Jacqueline: 'Jacky',
    Jennifer: 'Jenny',
    Johannes: 'Hannes',
    Jonathan: 'Jon',
    Joseph: 'Joe',
    Katharina: 'Kathi',
    Katherine: 'Kate',
    Margaret: 'Maggie',
    Matthew: 'Matt',
    Matthias: 'Matze',
    Maximilian: 'Max',
    Michael: 'Mike',
    Nicholas: 'Nick',
    Patricia: 'Pat',
    Philipp: 'Phil',
    Rebecca: 'Becky',
    Richard: 'Rick',
    Robert: 'Bob',
    Samuel: 'Sam',
    Sebastian: 'Basti',
    Stephanie: 'Steffi',
    Susanne: 'Susi',
    Theodor: 'Theo',
    Thomas: 'Tom',
    Victoria: 'Vicky',
    William: 'Bill',
    Wolfgang: 'Wolf',
  }),
);
