/** Who says it, in `context.library`. */
export const library = { name: 'throughline-browser', version: '0.1.0' } as const;
