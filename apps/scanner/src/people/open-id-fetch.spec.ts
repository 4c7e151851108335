import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { Transport } from '#connectors/kit/guard/transport.js';
import { openIdFetch } from './open-id-fetch.js';

let takeAway: () => void;
const transport = new Transport(null);
const send = openIdFetch(transport);
const options = {
  method: 'GET',
  headers: {},
  body: undefined,
  redirect: 'manual' as const,
  signal: AbortSignal.timeout(1),
};
beforeAll(() => {
  takeAway = installChokePoints();
});
afterAll(() => {
  transport.drop();
  takeAway();
});

async function whyRefused(address: string, method = 'GET'): Promise<unknown> {
  try {
    await send(address, { ...options, method });
    return 'sent';
  } catch (error) {
    return (error as { cause?: { message?: string } }).cause?.message ?? (error as Error).message;
  }
}

describe('a request to the sign-in service', () => {
  it.each([
    ['http://issuer.example/token', 'A request without encryption was refused'],
    ['https://issuer.example:8443/token', 'A request to a foreign host was refused'],
    ['https://user:canary@issuer.example/token', 'credentials'],
  ])('to %s does not leave', async (address, why) => {
    expect(await whyRefused(address)).toContain(why);
  });

  it('that could change something does not leave', async () => {
    expect(await whyRefused('https://issuer.example/person', 'DELETE')).toContain('could change something');
  });
});
