import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

export const tagKinds = ['link', 'qr', 'vouchers', 'number'] as const;
export type TagKind = (typeof tagKinds)[number];

export interface TagFields {
  readonly name: string;
  readonly campaign: string;
  readonly touchpoint: string;
  readonly channel: string;
  readonly target?: string;
}

export interface NewTag extends TagFields {
  readonly kind: TagKind;
  readonly number?: string;
  readonly count?: number;
}

export interface Tag {
  readonly id: string;
  readonly kind: TagKind;
  readonly name: string;
  readonly campaign: string;
  readonly touchpoint: string;
  readonly channel: string;
  /** What is printed or linked. */
  readonly url: string | null;
  readonly target: string | null;
  readonly number: string | null;
  readonly vouchers: number;
  readonly archived: boolean;
}

export interface TagUse {
  readonly id: string;
  readonly uses: number;
  readonly lastAt: string;
}

export const tags = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'tags'],
    queryFn: ({ signal }) => request<{ readonly items: readonly Tag[] }>(path(workspace, '/tags'), { signal }),
  });

export const tagUse = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'tags', 'use'],
    queryFn: ({ signal }) => request<{ readonly items: readonly TagUse[] }>(path(workspace, '/tags/use'), { signal }),
  });

/** Address of the picture of a link or QR code. */
export const tagImage = (workspace: string, id: string, format: 'svg' | 'png') =>
  path(workspace, '/tags/{}/image', [id], { format });

export const tagActs = {
  make: (workspace: string, body: NewTag) => request<Tag>(path(workspace, '/tags'), { method: 'POST', body }),
  change: (workspace: string, id: string, body: Partial<TagFields> & { readonly archived?: boolean }) =>
    request<null>(path(workspace, '/tags/{}', [id]), { method: 'PATCH', body }),
  vouchers: (workspace: string, id: string) =>
    request<{ readonly codes: readonly string[] }>(path(workspace, '/tags/{}/vouchers', [id])),
};
