import { addressIn, isPublicAddress } from '#connectors/kit/guard/public-addresses.js';

/** Why an address can be no webhook, in words for who typed it; null if it can be one. A name is judged when it is looked up. */
export function whyNoWebhook(text: string, toPrivate: boolean): string | null {
  if (!URL.canParse(text)) return 'Write a whole address, such as https://example.com/plumbline.';
  const url = new URL(text);
  if (url.protocol !== 'https:') return 'It must begin with https://, so that nobody can read along.';
  if (url.port !== '') return 'It must be on the usual port of https, 443.';
  if (url.username !== '' || url.password !== '') return 'It must hold no user name or password.';
  if (url.hash !== '') return 'Leave out what stands behind the #.';
  const address = addressIn(url.hostname);
  if (!toPrivate && address !== null && !isPublicAddress(address))
    return 'It must be reachable from the internet.';
  if (!toPrivate && (url.hostname === 'localhost' || url.hostname.endsWith('.localhost')))
    return 'It must be reachable from the internet.';
  return null;
}
