import type { Role } from './role.js';

/** Who asks. */
export interface Caller {
  readonly kind: 'person' | 'token';
  /** Of the person, or of the API token. */
  readonly id: string;
  /** For records of who did what: the e-mail address, or the name of the token. */
  readonly name: string;
}

/** The organization that a request is about, and what its caller may do there. */
export interface AccessedOrganization {
  /** Its name, as rows carry it. */
  readonly organization: string;
  readonly id: string;
  readonly role: Role;
  readonly caller: Caller;
}
