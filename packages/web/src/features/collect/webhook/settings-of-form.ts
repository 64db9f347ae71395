import type { SignatureScheme } from '@throughline/core/collect/webhooks/signature-scheme';
import type { WebhookSettings } from '../../../api/webhooks.js';
import { formText } from '../../../format/form-text.js';

/** What the form of a webhook says. */
export function settingsOfForm(values: FormData, mapping: string): WebhookSettings {
  const scheme = schemeOfForm(values);
  const deliveryHeader = scheme.type === 'standard-webhooks' ? '' : formText(values, 'delivery');
  const secret = formText(values, 'secret');
  return {
    scheme,
    deliveryHeader: deliveryHeader === '' ? null : deliveryHeader,
    mapping,
    ...(secret === '' ? {} : { secret: { type: 'given' as const, secret } }),
  };
}

function schemeOfForm(values: FormData): SignatureScheme {
  const header = formText(values, 'header');
  // A blank at its end, as after Bearer, is part of it.
  const prefix = String(values.get('prefix') ?? '');
  switch (formText(values, 'scheme')) {
    case 'hmac':
      return { type: 'hmac', header, prefix, encoding: values.get('encoding') === 'base64' ? 'base64' : 'hex' };
    case 'token':
      return { type: 'token', header, prefix };
    default:
      return { type: 'standard-webhooks' };
  }
}
