import type { z } from 'zod';
import type { Asked, MailchimpApi } from './mailchimp-api.js';
import { ChangePage, type Member, MemberPage } from './member.schema.js';
import { PAGE_SIZE } from './whole-list.js';

/** Of the time of the last change, in seconds since 1970: from one second on, and before another. Null: open. */
export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

export interface PageOfMembers {
  readonly members: readonly Member[];
  /** How many the span holds, as Mailchimp counts at that moment. */
  readonly total: number;
}

/** The members of one status of an audience, in the order of their last change. Both throw a ReadRefusedError. */
export interface MemberList {
  /** The `number`-th thousand of a span, from 0. */
  page(span: Span, number: number): Promise<PageOfMembers>;
  /** When whoever stands at that place of a span was changed, in seconds; null where nobody does. */
  changedAt(span: Span, place: number): Promise<number | null>;
}

/** `fields`: what is asked for of each member. */
export function memberList(
  api: MailchimpApi,
  {
    id,
    status,
    fields,
  }: { readonly id: string; readonly status: string; readonly fields: readonly string[] },
): MemberList {
  const ask = <T>(shape: z.ZodType<T>, span: Span, query: NonNullable<Asked['query']>): Promise<T> =>
    api.get(shape, {
      path: `/lists/${id}/members`,
      query: { status, ...within(span), sort_field: 'last_changed', sort_dir: 'ASC', ...query },
    });
  return {
    async page(span, number) {
      const { members, total_items: total } = await ask(MemberPage, span, {
        fields: [...fields, 'total_items'],
        count: PAGE_SIZE,
        offset: number * PAGE_SIZE,
      });
      return { members, total };
    },
    async changedAt(span, place) {
      const { members } = await ask(ChangePage, span, {
        fields: ['members.last_changed', 'total_items'],
        count: 1,
        offset: place,
      });
      const [member] = members;
      return member === undefined ? null : Math.floor(Date.parse(member.last_changed) / 1000);
    },
  };
}

/** Whether `since` takes in the second that it names is not said anywhere: the one before it is named. */
function within({ from, to }: Span): Readonly<Record<string, string>> {
  return {
    ...(from !== null && { since_last_changed: instant(from - 1) }),
    ...(to !== null && { before_last_changed: instant(to) }),
  };
}

/** Without fractions of a second: with them the filter is not heeded. */
function instant(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}+00:00`;
}
