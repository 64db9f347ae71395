import encodeQR from 'qr';
import { pngOfModules } from './png-of-modules.js';

/** Lightness around the code, in modules: what the standard asks for. */
const quiet = 4;
/** Pixels of a module: a code of 33 modules prints at 4 cm with more than 600 dots an inch. */
const pixels = 32;

/** A QR code for print. A quarter of it may be damaged and it is still read. */
export function qrImage(text: string, format: 'svg' | 'png'): Buffer {
  const options = { ecc: 'quartile', border: quiet } as const;
  if (format === 'svg') return Buffer.from(encodeQR(text, 'svg', options));
  return pngOfModules(encodeQR(text, 'raw', options), pixels);
}
