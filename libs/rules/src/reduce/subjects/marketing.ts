import type { ConnectorId } from '#connectors/contract/fact.js';
import { dayOf, NO_DAY, UNDATED } from './day.js';

const NO = /^(no|n|false|0|-|unknown|nein|non|não|nee)$/iu;
const NOT_MARKETABLE = /^(non[- ]marketing.*|no|n|false|0)$/iu;
const NOT_SUBSCRIBED =
  /^(no|n|false|0|un-?subscribed|not subscribed|non-?subscribed|opted out|cleaned|bounced|inactive)$/iu;
const UNSUBSCRIBED = /^(unsubscribed|opted[ -]out)$/iu;
const DELETED: Readonly<Record<ConnectorId, RegExp | null>> = {
  hubspot: /^(archived|deleted)$/iu,
  mailchimp: /^archived$/iu,
  quickbooks: /^(inactive|deleted|false)$/iu,
  'google-workspace': null,
  exports: /^(archived|deleted)$/iu,
};

/** What a record says of marketing mail (E14, E34). */
export interface Marketing {
  readonly isMarketed: boolean;
  /** Day of the opt-out, 0 where there is none, UNDATED where it says no date and therefore stands. */
  readonly optedOut: number;
}

/** `status` is null where the resource has no such column; `optedOut` is the latest day of its opt-out columns. */
export function marketingOf(record: {
  readonly connector: ConnectorId;
  readonly status: string | null;
  readonly optedOut: number;
  readonly hasAddress: boolean;
}): Marketing {
  const { connector, hasAddress, optedOut } = record;
  const status = record.status?.trim() ?? null;
  if (connector === 'mailchimp') {
    const isOut = status === null || status === '' ? optedOut > 0 : UNSUBSCRIBED.test(status);
    // A date beside another status is of an earlier time: bounced, cleaned and archived are no opt-out.
    return { isMarketed: status === 'subscribed', optedOut: isOut ? optedOut || UNDATED : NO_DAY };
  }
  const isMarketable =
    status === null ||
    status === '' ||
    !(connector === 'hubspot' ? NOT_MARKETABLE : NOT_SUBSCRIBED).test(status);
  const isOut = optedOut > 0 || (connector !== 'hubspot' && status !== null && UNSUBSCRIBED.test(status));
  return {
    isMarketed: hasAddress && isMarketable && !isOut,
    optedOut: isOut ? optedOut || UNDATED : NO_DAY,
  };
}

/** Whether the vendor keeps the record only as deleted (E13). */
export function isTombstone(connector: ConnectorId, status: string): boolean {
  return status !== '' && DELETED[connector]?.test(status.trim()) === true;
}

/** What a cell of an opt-out column says: a date, or a word such as "true" that says no date. */
export function dayOfOptOut(cell: string): number {
  const word = cell.trim();
  if (word === '' || NO.test(word)) return NO_DAY;
  return dayOf(word) || UNDATED;
}
