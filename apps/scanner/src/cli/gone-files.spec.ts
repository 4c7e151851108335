import { describe, expect, it } from '@jest/globals';
import { aReceipt, aSystem, inventoryOf } from '#rules/catalog/inventory.spec-builders.js';
import { systemsWithoutFiles } from './gone-files.js';

const read = (system: string) => aSystem({ system, receipts: [aReceipt('records')] });
const unread = (system: string) =>
  aSystem({ system, receipts: [aReceipt('records', { status: 'unsupported', reason: 'not supplied' })] });

describe('files that are gone', () => {
  it('are those that the last scan read records from, unless a connection or this reading has them', () => {
    const last = inventoryOf(read('crm'), read('shop'), unread('books'));
    expect(systemsWithoutFiles(last, new Set(), null)).toEqual(['crm', 'shop']);
    expect(systemsWithoutFiles(last, new Set(['crm']), null)).toEqual(['shop']);
    expect(systemsWithoutFiles(last, new Set(), inventoryOf(unread('crm'), read('shop')))).toEqual(['crm']);
    expect(systemsWithoutFiles(null, new Set(), null)).toEqual([]);
  });
});
