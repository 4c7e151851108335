import { hubspotLogins } from '#scanner/example/staff-logins.js';

/** The bakery's HubSpot account. */
export const HUB_ID = 45_310_278;
export const HUB_DOMAIN = 'sweetcrumb.example';
export const APP_ID = 9_120_455;

const FIRST_USER = 61_400_017;
const FIRST_OWNER = 1_204_001;

/** The id of a user, by her place in the staff list; the same in both states. */
export function userIdOf(email: string): string {
  const index = hubspotLogins.findIndex((login) => login.email.toLowerCase() === email.toLowerCase());
  return String(FIRST_USER + Math.max(0, index) * 13);
}

/** Owners have ids of their own, which are no user ids. */
export function ownerIdOf(email: string): string {
  const index = hubspotLogins.findIndex((login) => login.email.toLowerCase() === email.toLowerCase());
  return String(FIRST_OWNER + Math.max(0, index) * 7);
}
