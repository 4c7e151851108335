import { describe, expect, it } from '@jest/globals';
import type { InventoryFile } from '../../engine/inventory.js';
import { anOffice, aPolicy, found, inventoryOf, judge } from '../inventory.spec-builders.js';
import { accessPublicFile } from './access-public-file.js';

function aFile(id: string, given: Partial<InventoryFile> = {}): InventoryFile {
  return {
    id,
    link: `https://drive.google.com/open?id=${id}`,
    sharedWith: 'anyone with the link',
    outsideDomains: [],
    outsidePeople: 0,
    looksLike: 'customer list',
    recognisedBy: 'first row',
    categories: ['user.contact.email', 'user.name'],
    ...given,
  };
}

const officeWith = (...sharedFiles: readonly InventoryFile[]) => inventoryOf(anOffice({ sharedFiles }));

describe('access.public-file', () => {
  it('reports a list of customers that outsiders can open, and nothing else', () => {
    const inventory = officeWith(
      aFile('a'),
      aFile('b', { looksLike: 'something else' }),
      aFile('c', { looksLike: 'not known' }),
    );

    expect(found(accessPublicFile, { inventory })).toEqual(['office: https://drive.google.com/open?id=a']);
    expect(found(accessPublicFile, { inventory: inventoryOf(anOffice()) })).toEqual([]);
  });

  it.each([
    [{ sharedWith: 'anyone' }, 'Anybody on the internet'],
    [{}, 'Anybody who has the link'],
    [{ sharedWith: 'another organization', outsideDomains: ['x.example'] }, 'Everybody at x.example'],
    [
      { sharedWith: 'people outside', outsideDomains: ['x.example', 'y.example'], outsidePeople: 3 },
      '3 people outside your business (x.example and y.example)',
    ],
  ] as const)('says of %j who can open it: %s', (given, who) => {
    const [violation] = judge(accessPublicFile, { inventory: officeWith(aFile('a', given)) });

    expect(violation?.title).toBe(
      `${who} can open a file in office (Google Workspace) that looks like a list of customers`,
    );
  });

  it('is the same finding however it is shared, and another content (law 4)', () => {
    const [before] = judge(accessPublicFile, { inventory: officeWith(aFile('a')) });
    const [after] = judge(accessPublicFile, { inventory: officeWith(aFile('a', { sharedWith: 'anyone' })) });

    expect(after?.objectId).toBe(before?.objectId);
    expect(after?.content).not.toEqual(before?.content);
  });

  it('does not call a file set right whose first row was not read this time (law 2)', () => {
    const inventory = officeWith(aFile('a', { looksLike: 'not known', recognisedBy: null }), aFile('b'));
    const input = { policy: aPolicy(), inventory, baseline: null };

    expect(accessPublicFile.isSilentOn?.({ system: 'office', objectId: 'a' }, input)).toBe(true);
    expect(accessPublicFile.isSilentOn?.({ system: 'office', objectId: 'b' }, input)).toBe(false);
    expect(accessPublicFile.isSilentOn?.({ system: 'office', objectId: 'gone' }, input)).toBe(false);
  });
});
