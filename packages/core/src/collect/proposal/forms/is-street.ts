/** A street with a house number, in the order of the language: "Lindenallee 5a", "12 High Street", "12, rue de la Paix". */
export function isStreet(text: string): boolean {
  if (text.length > 120 || !/\d/.test(text)) return false;
  return (
    /^[\p{L}][\p{L}'’. -]*?(?:str\.?|straße|strasse|weg|allee|platz|gasse|ring|damm|ufer|markt|straat|laan|plein|hof|berg)\s+\d+/iu.test(
      text,
    ) ||
    /^\d+[a-z]?,?\s+(?:rue|avenue|av\.?|boulevard|bd|chemin|place|allée)\s/iu.test(text) ||
    /^(?:calle|c\/|avenida|avda\.?|plaza|paseo)\s.*\d/iu.test(text) ||
    /^\d+[a-z]?\s+[\p{L}'’. -]*\b(?:st|street|rd|road|ave|avenue|ln|lane|dr|drive|blvd|boulevard|close|way|court|ct|crescent|place|pl|terrace|square|hill|gardens|row)\b\.?/iu.test(
      text,
    ) ||
    /^am \p{Lu}\p{L}+\s+\d+/iu.test(text)
  );
}
