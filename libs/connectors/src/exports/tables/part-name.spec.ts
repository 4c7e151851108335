import { describe, expect, it } from '@jest/globals';
import { listName } from '../formats/list-name.js';
import { listPath, partName } from './part-name.js';

describe('the name of a part', () => {
  it.each([
    ['contacts.csv', 'contacts.csv'],
    ['hubspot-crm-exports-all-contacts-2026-11-20.csv', 'hubspot-crm-exports-all-contacts.csv'],
    ['hubspot-crm-exports-all-contacts-2026-12-20 (1).csv', 'hubspot-crm-exports-all-contacts.csv'],
    ['Users_20112026_101500.csv', 'users.csv'],
    [
      'audience_export_ab12cd34ef.zip/subscribed_email_audience_export_ab12cd34ef.csv',
      'audience_export.zip/subscribed_email_audience_export.csv',
    ],
    ['2026-11/orders November 2026.xlsx#2', 'file/orders.xlsx#2'],
    ['20261120.csv', 'file.csv'],
  ])('of %s is %s', (path, name) => {
    expect(partName(path)).toBe(name);
  });
});

describe('the path of a list of unknown origin (E20)', () => {
  it.each([
    ['Drive/Customers.csv', 'Drive/Customers.csv'],
    ['extra/customers-2026-11-01.csv', 'extra/customers.csv'],
    ['extra/customers-2026-12-01.csv', 'extra/customers.csv'],
  ])('of %s is %s', (path, name) => {
    expect(listPath(path)).toBe(name);
  });
});

describe('the name of a list (E20)', () => {
  it.each([
    ['subscribed_members_export_0a1b2c3d4e.csv', null],
    ['audience_export_ab12cd34ef.zip/subscribed_email_audience_export_ab12cd34ef.csv', null],
    ['Christmas Club 2026-11-20.zip/unsubscribed_email_audience_export_ab12cd34ef.csv', 'christmas club'],
    ['mail/Wholesale_cleaned_Nov_20_2026 (2).csv', 'wholesale'],
  ])('of %s is %s', (path, name) => {
    expect(listName(path)).toBe(name);
  });
});
