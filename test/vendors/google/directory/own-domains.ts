export const BAKERY_DOMAIN = 'sweetcrumb.example';
/** Bought for the catering; whoever has an address there is no stranger. */
export const CATERING_DOMAIN = 'sweetcrumb-catering.example';
/** Entered once and never proven: it is nobody's yet. */
export const UNVERIFIED_DOMAIN = 'sweet-crumb.example';

export function isOwnAddress(email: string): boolean {
  const domain = email.slice(email.indexOf('@') + 1);
  return domain === BAKERY_DOMAIN || domain === CATERING_DOMAIN;
}
