import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { startVendors } from '../start-vendors.js';
import { MailchimpOpenApi } from './mailchimp-openapi.js';
import { tourOfMailchimp } from './mailchimp-tour.js';
import { unlisted } from './on-purpose.js';
import { hasSpecs, SPEC_FOLDER } from './spec-folder.js';

const whereItLies = hasSpecs ? it : it.skip;
const SETTINGS = {
  size: 50,
  speed: 0,
  vendors: ['mailchimp'],
  mailchimp: { audiences: 4, mergeFields: 40 },
  recordAnswers: true,
} as const;

describe('the simulated Mailchimp', () => {
  whereItLies('answers every endpoint as Mailchimp publishes it', async () => {
    await using vendors = await startVendors(SETTINGS);
    expect(new Set(await tourOfMailchimp(vendors))).toEqual(new Set([200]));
    const description = new MailchimpOpenApi(path.join(SPEC_FOLDER, 'mailchimp'));
    const deviations = vendors.exchanges.flatMap((exchange) => description.deviationsOf(exchange));
    expect(unlisted('mailchimp', deviations)).toEqual([]);
  });

  whereItLies('is caught when a request or an answer is another one', async () => {
    await using vendors = await startVendors(SETTINGS);
    const description = new MailchimpOpenApi(path.join(SPEC_FOLDER, 'mailchimp'));
    const { origin, key } = vendors.mailchimp;
    const headers = { authorization: `Basic ${Buffer.from(`any:${key}`).toString('base64')}` };
    const ask = async (asked: string): Promise<unknown> =>
      (await fetch(`${origin}/3.0${asked}`, { headers })).json();
    const { lists } = (await ask('/lists?nobody=knows&count=1001')) as {
      readonly lists: readonly [{ id: string }];
    };
    const [{ id }] = lists;
    await ask(`/lists/${id}/members?status=here&sort_dir=down&vip_only=1`);
    await ask(
      `/lists/${id}/members?since_last_changed=2026-01-01T00:00:00.000%2B00:00&exclude_fields=members.name&count=0`,
    );
    await ask(`/lists/${id}/members?fields=members.merge_fields.FNAME,members.location.town`);
    await ask('/chimps');
    const found = vendors.exchanges.map((exchange) =>
      description.deviationsOf(exchange).map(({ what }) => what),
    );
    expect(found).toEqual([
      ['the query parameter nobody is not published', 'the query parameter count may not be 1001'],
      [
        'the query parameter status may not be here',
        'the query parameter sort_dir may not be down',
        'the query parameter vip_only may not be 1',
      ],
      [
        'the query parameter since_last_changed may not be 2026-01-01T00:00:00.000+00:00',
        'the field members.name is asked for and not published',
      ],
      [],
      ['no such endpoint is published'],
    ]);
    const [exchange] = vendors.exchanges;
    if (exchange === undefined) throw new Error('Nothing was asked.');
    const answer = JSON.parse(exchange.answerBody ?? '') as object;
    const answerBody = JSON.stringify({ ...answer, total_items: 'many', pages: 1 });
    expect(description.deviationsOf({ ...exchange, query: [], answerBody }).map(({ what }) => what)).toEqual([
      '/total_items must be integer',
      '/pages is not published',
    ]);
  });
});
