import { describe, expect, it } from '@jest/globals';
import { aiApps } from './ai-catalogue.js';
import { comparableVendor } from './comparable-vendor.js';
import { vendorNamed, vendorOfApp } from './known-vendor.js';
import { saasVendors } from './saas-vendors.js';

describe('vendorNamed', () => {
  it.each([
    ['mailchimp', 'Mailchimp'],
    ['Intuit Mailchimp', 'Mailchimp'],
    ['The Rocket Science Group, LLC', 'Mailchimp'],
    ['Quick Books', 'QuickBooks'],
    ['QuickBooks Online', 'QuickBooks'],
    ['Intuit, Inc.', 'Intuit'],
    ['Google LLC', 'Google'],
    ['G Suite', 'Google'],
    ['HubSpot, Inc', 'HubSpot'],
    ['MONDAY', 'monday.com'],
    ['ChatGPT', 'OpenAI'],
    ['Open AI', 'OpenAI'],
    ['Otter.ai', 'Otter.ai'],
  ])('takes %s for %s', (name, expected) => {
    expect(vendorNamed(name)).toMatchObject({ name: expected, isKnown: true });
  });

  it('makes a vendor of its own of a name that nobody knows', () => {
    expect(vendorNamed('Mill & Sons Flour')).toEqual({
      key: 'millsonsflour',
      name: 'Mill & Sons Flour',
      makerKey: null,
      isKnown: false,
    });
    expect(vendorNamed('???').key).toBe('???');
  });

  it('knows which company stands behind a product', () => {
    expect(vendorNamed('Mailchimp').makerKey).toBe(vendorNamed('Intuit').key);
    expect(vendorNamed('QuickBooks').makerKey).toBe(vendorNamed('Intuit').key);
  });
});

describe('vendorOfApp', () => {
  it.each([
    ['Calendly', 'Calendly'],
    ['HubSpot Sales for Gmail', 'HubSpot'],
    ['Slack (beta)', 'Slack'],
    ['Otter.ai: Meeting Notes', 'Otter.ai'],
    ['Dropbox Sign for Google Docs', 'Dropbox Sign'],
    ['Dough Scheduler', undefined],
    ['Make a Copy', undefined],
    ['Square Root Calculator', undefined],
    ['Forms for Google Sheets', undefined],
  ])('of %s is %s', (app, expected) => {
    expect(vendorOfApp(app)?.name).toBe(expected);
  });
});

describe('the tables', () => {
  it('name every vendor once', () => {
    const keys = saasVendors.map(({ name }) => comparableVendor(name));

    expect(new Set(keys).size).toBe(keys.length);
  });

  it('give no alias that is another vendor, or two vendors', () => {
    const aliases = saasVendors.flatMap(({ name, aliases: names = [] }) =>
      names.filter((alias) => vendorNamed(alias).name !== name).map((alias) => `${alias} of ${name}`),
    );

    expect(aliases).toEqual([]);
  });

  it('give every AI app a vendor, and a source with every answer about training', () => {
    for (const { name, vendor, domains, words, whole, training } of aiApps) {
      expect([name, vendorNamed(vendor).isKnown]).toEqual([name, true]);
      expect([name, words.length + whole.length > 0, domains.length > 0]).toEqual([name, true, true]);
      if (training) expect(training.source).toMatch(/^https:\/\/\S+$/);
      if (training?.dated) expect(training.dated).toMatch(/^\d{4}(-\d{2}){0,2}$/);
    }
  });
});
