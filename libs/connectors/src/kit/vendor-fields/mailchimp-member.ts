import type { FieldCategory } from '../../contract/category.js';
import type { ColumnRole } from '../../contract/fact.js';

interface MemberField {
  /** Header in an exported audience: the name of a merge field, or of a column that Mailchimp adds. */
  readonly header: string;
  /** The merge field's tag; the columns that Mailchimp adds keep their header. */
  readonly tag: string;
  readonly type: string;
  readonly category: FieldCategory;
  readonly role?: ColumnRole;
}

type Row = readonly [header: string, tag: string, type: string, category: FieldCategory, role?: ColumnRole];

const ROWS: readonly Row[] = [
  ['Email Address', 'EMAIL', 'email', 'user.contact.email', 'email'],
  ['First Name', 'FNAME', 'text', 'user.name.first'],
  ['Last Name', 'LNAME', 'text', 'user.name.last'],
  ['Address', 'ADDRESS', 'address', 'user.contact.address'],
  ['Phone Number', 'PHONE', 'phone', 'user.contact.phone_number', 'phone'],
  ['Birthday', 'BIRTHDAY', 'birthday', 'user.demographic.date_of_birth'],
  ['Company', 'COMPANY', 'text', 'user.contact.organization'],
  // How active Mailchimp finds the member: a score.
  ['MEMBER_RATING', 'MEMBER_RATING', 'number', 'none'],
  ['OPTIN_TIME', 'OPTIN_TIME', 'datetime', 'user.privacy_preferences', 'opt_in'],
  ['OPTIN_IP', 'OPTIN_IP', 'text', 'user.device.ip_address'],
  ['CONFIRM_TIME', 'CONFIRM_TIME', 'datetime', 'user.privacy_preferences', 'opt_in'],
  ['CONFIRM_IP', 'CONFIRM_IP', 'text', 'user.device.ip_address'],
  ['LATITUDE', 'LATITUDE', 'number', 'user.location.precise'],
  ['LONGITUDE', 'LONGITUDE', 'number', 'user.location.precise'],
  ['GMTOFF', 'GMTOFF', 'number', 'user.location.imprecise'],
  ['DSTOFF', 'DSTOFF', 'number', 'user.location.imprecise'],
  ['TIMEZONE', 'TIMEZONE', 'text', 'user.location.imprecise'],
  ['CC', 'CC', 'text', 'user.location.imprecise'],
  ['REGION', 'REGION', 'text', 'user.location.imprecise'],
  // Changes by imports too, and is therefore no activity (E10).
  ['LAST_CHANGED', 'LAST_CHANGED', 'datetime', 'none'],
  // The id in the address of the member's page: the record id that may be kept (law 1).
  ['LEID', 'LEID', 'number', 'user.unique_id', 'record_id'],
  ['EUID', 'EUID', 'text', 'user.unique_id'],
  ['NOTES', 'NOTES', 'text', 'user.content.private'],
  ['TAGS', 'TAGS', 'text', 'none'],
  ['UNSUB_TIME', 'UNSUB_TIME', 'datetime', 'user.privacy_preferences', 'opt_out'],
  ['UNSUB_CAMPAIGN_TITLE', 'UNSUB_CAMPAIGN_TITLE', 'text', 'none'],
  ['UNSUB_CAMPAIGN_ID', 'UNSUB_CAMPAIGN_ID', 'text', 'none'],
  ['UNSUB_REASON', 'UNSUB_REASON', 'text', 'user.privacy_preferences'],
  ['UNSUB_REASON_OTHER', 'UNSUB_REASON_OTHER', 'text', 'user.content.private'],
  ['CLEAN_TIME', 'CLEAN_TIME', 'datetime', 'none'],
  ['CLEAN_CAMPAIGN_TITLE', 'CLEAN_CAMPAIGN_TITLE', 'text', 'none'],
  ['CLEAN_CAMPAIGN_ID', 'CLEAN_CAMPAIGN_ID', 'text', 'none'],
];

/** The columns of an exported audience that every account has (E6, E20); all others are the business's own. */
export const mailchimpMemberFields: readonly MemberField[] = ROWS.map(memberField);

function memberField([header, tag, type, category, role]: Row): MemberField {
  return { header, tag, type, category, ...(role === undefined ? {} : { role }) };
}
