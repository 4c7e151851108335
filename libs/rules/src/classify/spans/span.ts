/** The kinds of personal data that are found inside notes and messages. */
export type SpanType =
  | 'email'
  | 'phone'
  | 'credit_card'
  | 'iban'
  | 'bank_account'
  | 'national_id'
  | 'passport'
  | 'drivers_license'
  | 'date_of_birth'
  | 'health'
  | 'password'
  | 'api_key'
  | 'ip_address'
  | 'postal_address'
  | 'person_name';

/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly type: SpanType;
}
