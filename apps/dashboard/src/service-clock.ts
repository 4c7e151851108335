/** By how much the service's clock is ahead of this device's, in ms. */
let aheadMs = 0;

/** Takes the time from an answer's `date` header, so that "3 days ago" is right on a device whose clock is wrong. */
export function hearTime(header: string | null): void {
  const heard = Date.parse(header ?? '');
  if (!Number.isNaN(heard)) aheadMs = heard - Date.now();
}

/** The present instant as the service knows it, in ms since 1970. */
export const now = (): number => Date.now() + aheadMs;
