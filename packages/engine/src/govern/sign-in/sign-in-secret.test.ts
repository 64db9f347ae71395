import { describe, expect, it } from 'vitest';
import { signInSecret } from './sign-in-secret.js';

const kept = 'iKfT4nX0m9wUeGq2rJ7vYbH5sLzPcA3d';

describe('the secret that signs sessions', () => {
  it('is the one kept in the data folder unless another is given', () => {
    expect(signInSecret(undefined, kept)).toBe(kept);
    expect(signInSecret('Zq8Lw2Xn5Rt7Vy0Bc3Df6Gh9Jk1Mp4Qs', kept)).toBe('Zq8Lw2Xn5Rt7Vy0Bc3Df6Gh9Jk1Mp4Qs');
  });

  it.each([
    '',
    'short',
    'Zq8Lw2Xn5Rt7Vy0Bc3Df6Gh9Jk1Mp4Q',
    'a'.repeat(64),
    'abababababababababababababababababab',
    '00000000000000000000000000000000',
    'better-auth-secret-12345678901234567890',
    'change-me-change-me-change-me-change-me',
    'this-is-an-example-of-a-long-enough-key',
    'my-super-secret-password-for-production!',
    'your-32-characters-long-key-goes-here-ok',
  ])('refuses to start with %j', (weak) => {
    expect(() => signInSecret(weak, kept)).toThrow(expect.objectContaining({ code: 'boot.weak-secret' }));
  });
});
