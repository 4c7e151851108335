import type { AccessLevel, ConnectorId } from '../contract/fact.js';

type Word = readonly [pattern: RegExp, level: AccessLevel];

/**
 * Each vendor's words for roles, in the order they are tried (E15). A word that is not here is `unknown`: shown, and
 * never held against anybody.
 */
const WORDS: Readonly<Record<ConnectorId, readonly Word[]>> = {
  // HubSpot's permission sets are named by the business; only the super admin means the same everywhere.
  hubspot: [
    [/\bsuper[\s-]?admin/, 'admin'],
    [/\bview([\s-]only)?\b|\bread[\s-]only\b/, 'viewer'],
  ],
  mailchimp: [
    [/^(owner|admin(istrator)?)$/, 'admin'],
    [/^(manager|author)$/, 'member'],
    [/^viewer$/, 'viewer'],
  ],
  // An accountant of the firm may do what an admin may; reports and time tracking take no seat and see little.
  quickbooks: [
    [/\b(primary|company|master) admin/, 'admin'],
    [/^(admin(istrator)?|accountant( user)?|accounting firm)$/, 'admin'],
    [/\b(reports only|view company reports|time tracking only|view[\s-]only)\b/, 'viewer'],
    [/\bstandard\b/, 'member'],
  ],
  'google-workspace': [
    [/\badmin/, 'admin'],
    [/^(user|member|)$/, 'member'],
  ],
  exports: [
    [/^(owner|(super|primary|company|site|account)?[\s-]?admin(istrator)?)$/, 'admin'],
    [/^(viewer|reader|guest|(view|read)[\s-]only)$/, 'viewer'],
    [/^(user|member|editor|author|manager|staff|contributor|standard( user)?)$/, 'member'],
  ],
};

/** The level of a vendor's role word. */
export function accessLevel(connector: ConnectorId, role: string): AccessLevel {
  const word = role.normalize('NFKC').trim().toLowerCase();
  return WORDS[connector].find(([pattern]) => pattern.test(word))?.[1] ?? 'unknown';
}

/** The same for a list that a person wrote: in the vendor's words, or else in everybody's. */
export function handWrittenLevel(connector: ConnectorId, role: string): AccessLevel {
  const level = accessLevel(connector, role);
  return level === 'unknown' ? accessLevel('exports', role) : level;
}

/** Whether somebody can log in, by the word a list uses; a word that is not known counts as active. */
export function accessState(status: string): 'active' | 'invited' | 'suspended' {
  const word = status.normalize('NFKC').trim().toLowerCase();
  if (/\b(suspended|inactive|archived|deactivated|disabled|removed|blocked|deleted|revoked)\b/.test(word)) {
    return 'suspended';
  }
  return /\b(pending|invited|invitation|invite sent|not accepted)\b/.test(word) ? 'invited' : 'active';
}
