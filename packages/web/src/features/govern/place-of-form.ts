import { formText } from '../../format/form-text.js';

/** The five answers of `PlaceFields`. */
export function placeOfForm(values: FormData) {
  return {
    country: formText(values, 'country'),
    zone: formText(values, 'zone'),
    currency: formText(values, 'currency'),
    language: formText(values, 'language'),
    weekStartsOn: Number(formText(values, 'weekStartsOn')),
  };
}
