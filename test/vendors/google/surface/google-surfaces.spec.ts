import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { unlisted } from '../../conformance/on-purpose.js';
import { hasSpecs, SPEC_FOLDER } from '../../conformance/spec-folder.js';
import type { Deviation } from '../../conformance/vendor-description.js';
import { startVendors, type Vendors } from '../../start-vendors.js';
import { GoogleSurfaces } from './google-surfaces.js';
import { askGoogle, tourOfGoogle } from './google-tour.js';

const whereThereAreFacts = hasSpecs ? describe : describe.skip;

let vendors: Vendors;
let surfaces: GoogleSurfaces;

beforeAll(async () => {
  vendors = await startVendors({
    size: 120,
    speed: 0,
    vendors: ['google'],
    recordAnswers: true,
    enforceLimits: false,
  });
  if (hasSpecs) surfaces = new GoogleSurfaces(path.join(SPEC_FOLDER, 'google'));
});

afterAll(async () => {
  await vendors[Symbol.asyncDispose]();
});

beforeEach(() => {
  vendors.clearExchanges();
});

function deviations(): readonly Deviation[] {
  return vendors.exchanges.flatMap((exchange) => surfaces.deviationsOf(exchange));
}

whereThereAreFacts('the simulated Google', () => {
  it('answers every endpoint in the form that Google publishes, for the rights that Google asks', async () => {
    await tourOfGoogle(vendors);
    expect(unlisted('google', deviations())).toEqual([]);
    expect(new Set(vendors.exchanges.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('is caught when a request or an answer is another one', async () => {
    const users = '/admin/directory/v1/users?customer=my_customer';
    await askGoogle(vendors, `${users}&maxResults=501&projection=every&nobody=knows`);
    await askGoogle(vendors, '/drive/v3/nothing');
    await askGoogle(vendors, `${users}&maxResults=1`);
    const last = vendors.exchanges.at(-1);
    const body = JSON.stringify({ users: [{ primaryEmail: 1, admin: true }] });
    expect(deviations().map(({ endpoint, what }) => `${endpoint}: ${what}`)).toEqual([
      'admin.directory_v1 Users.list: the query parameter maxResults may not be 501',
      'admin.directory_v1 Users.list: the query parameter projection may not be every',
      'admin.directory_v1 Users.list: the query parameter nobody is not published',
      'GET /drive/v3/nothing: no such endpoint is published',
    ]);
    expect(last).toBeDefined();
    if (last === undefined) return;
    expect(surfaces.deviationsOf({ ...last, answerBody: body }).map(({ what }) => what)).toEqual([
      'users.primaryEmail: not a string',
      'users.admin: no such field',
    ]);
  });
});
