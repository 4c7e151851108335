import { describe, expect, it } from '@jest/globals';
import { recordPage } from './record-page.js';

describe("a record in HubSpot's screens", () => {
  it('has an address by account, type and id', () => {
    expect(recordPage({ account: '4711', object: 'contact', id: '17' })).toBe(
      'https://app.hubspot.com/contacts/4711/record/0-1/17',
    );
  });

  it('has none where one of them is something else, such as a row of an export', () => {
    const fine = { account: '4711', object: 'contact', id: '17' };
    for (const other of [
      { account: 'exports' },
      { account: '4711/../x' },
      { object: 'constructor' },
      { id: 'contacts.csv:2' },
    ])
      expect(recordPage({ ...fine, ...other })).toBeNull();
  });
});
