import { expect, it } from '@jest/globals';
import type { WayToConnect } from '#connectors/contract/vendor-connector.js';
import { fakeConnector } from '../connections/connections.spec-builders.js';
import type { Asking } from './ask.js';
import { chooseWay } from './choose-way.js';

const script: Asking = { isPerson: false, ask: async () => '', close: () => undefined };

function way(id: WayToConnect['id'], where: WayToConnect['where']): WayToConnect {
  return { id, where, title: id, guide: [], fields: [] };
}

it('offers first what works on a laptop, and signing in always also by pasting the address', async () => {
  const connector = {
    ...fakeConnector(),
    ways: [way('oauth', ['server']), way('key', ['laptop', 'server'])],
  };
  expect(await chooseWay(connector, undefined, script)).toMatchObject({ id: 'key' });
  expect(await chooseWay(connector, 'oauth', script)).toMatchObject({ id: 'oauth' });
  expect(await chooseWay(connector, 'paste-back', script)).toMatchObject({
    id: 'paste-back',
    title: 'oauth',
  });
  await expect(chooseWay(connector, 'service-account', script)).rejects.toMatchObject({
    actor: 'user',
    step: 'Choose one with --way: key, oauth',
  });
});
