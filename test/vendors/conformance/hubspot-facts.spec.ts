import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { startVendors } from '../start-vendors.js';
import { HubspotFacts } from './hubspot-facts.js';
import { tourOfHubspot } from './hubspot-tour.js';
import { unlisted } from './on-purpose.js';
import { hasSpecs, SPEC_FOLDER } from './spec-folder.js';

const whereThereAreFacts = hasSpecs ? it : it.skip;

describe('the simulated HubSpot', () => {
  whereThereAreFacts('answers every endpoint as HubSpot publishes it', async () => {
    await using vendors = await startVendors({
      size: 50,
      speed: 0,
      vendors: ['hubspot'],
      recordAnswers: true,
      enforceLimits: false,
    });
    expect(new Set(await tourOfHubspot(vendors))).toEqual(new Set([200]));
    const facts = new HubspotFacts(path.join(SPEC_FOLDER, 'hubspot'));
    const deviations = vendors.exchanges.flatMap((exchange) => facts.deviationsOf(exchange));
    expect(unlisted('hubspot', deviations)).toEqual([]);
  });

  whereThereAreFacts('is caught when a request or an answer is another one', async () => {
    await using vendors = await startVendors({
      size: 50,
      speed: 0,
      vendors: ['hubspot'],
      recordAnswers: true,
    });
    const facts = new HubspotFacts(path.join(SPEC_FOLDER, 'hubspot'));
    const { origin, key } = vendors.hubspot;
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    await fetch(`${origin}/account-info/2026-03/details?nobody=knows`, { headers });
    await fetch(`${origin}/crm/objects/2026-03/contacts?archived=maybe&limit=101&limit=5`, { headers });
    await fetch(`${origin}/crm/objects/2026-03/contacts/search`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ filterGroups: [], sorts: [], properties: [], limit: 201 }),
    });
    const found = vendors.exchanges.flatMap((exchange) => facts.deviationsOf(exchange));
    expect(found.map(({ what }) => what)).toEqual([
      'the query parameter nobody is not published',
      'the query parameter archived may not be maybe',
      'the query parameter limit may stand there only once',
      'more than 100 are asked for at once',
      "sent  must have required property 'after'",
      'more than 200 are asked for at once',
    ]);
    const [exchange] = vendors.exchanges;
    expect(exchange).toBeDefined();
    if (exchange === undefined) return;
    const answerBody = JSON.stringify({ ...JSON.parse(exchange.answerBody ?? ''), portalId: 'text' });
    const changed = { ...exchange, query: [], scopesAsked: [['crm.lists.read']], answerBody };
    expect(facts.deviationsOf(changed).map(({ what }) => what)).toEqual([
      'the simulation is content with other rights than are published',
      '/portalId must be integer',
    ]);
  });
});
