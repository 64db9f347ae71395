import { request } from './request.js';

/** Signing in and out, taking up an invitation, changing one's own password. */
export const session = {
  signIn: (body: { readonly email: string; readonly password: string }) =>
    request<unknown>('/api/auth/sign-in/email', { method: 'POST', body }),
  signOut: () => request<unknown>('/api/auth/sign-out', { method: 'POST', body: {} }),
  acceptInvitation: (body: {
    readonly token: string;
    readonly name: string;
    readonly email: string;
    readonly password: string;
  }) => request<{ readonly workspace: string }>('/api/invitations/accept', { method: 'POST', body }),
  changePassword: (body: { readonly currentPassword: string; readonly newPassword: string }) =>
    request<unknown>('/api/auth/change-password', { method: 'POST', body: { ...body, revokeOtherSessions: true } }),
};
