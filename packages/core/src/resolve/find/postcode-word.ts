/** A postcode as it is compared; the sign in front keeps it apart from the words of names. Undefined if there is nothing in it. */
export function postcodeWord(text: string): string | undefined {
  const bare = text.toLowerCase().replace(/[^a-z0-9]/gu, '');
  return bare === '' || bare.length > longestPostcode ? undefined : `#${bare}`;
}

const longestPostcode = 12;
