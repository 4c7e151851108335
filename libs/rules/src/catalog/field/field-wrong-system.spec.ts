import { describe, expect, it } from '@jest/globals';
import { UNCLAIMED } from '../../engine/inventory.js';
import {
  aField,
  aPerson,
  aPolicy,
  aSystem,
  declared,
  found,
  inventoryOf,
  judge,
} from '../inventory.spec-builders.js';
import { rules } from '../rules.js';
import { fieldWrongSystem } from './field-wrong-system.js';

const FILE = 'drive/old list.xlsx';

describe('field.wrong-system', () => {
  it('reports declared data in a system that the policy does not list for it', () => {
    const inventory = inventoryOf(aSystem({ fields: [aField('dob', 'user.demographic.date_of_birth')] }));
    const policy = aPolicy({
      data: [
        declared('user.demographic.date_of_birth', ['newsletter']),
        declared('user.demographic', ['books']),
      ],
    });

    const [violation] = judge(fieldWrongSystem, { policy, inventory });

    expect(violation).toMatchObject({
      subject: 'contact.dob',
      title: 'crm (HubSpot) holds date of birth, but the policy lists it only for books and newsletter',
    });
    expect(violation?.remedy).toContain('add crm to in: [...]');
  });

  it('counts sensitive data that is declared by its own key elsewhere (E2)', () => {
    const inventory = inventoryOf(aSystem({ fields: [aField('allergies', 'user.health_and_medical')] }));

    expect(
      found(fieldWrongSystem, {
        inventory,
        policy: aPolicy({ data: [declared('user.health_and_medical', ['catering'])] }),
      }),
    ).toEqual(['crm: contact.allergies']);
  });

  it('is silent where several entries add up to the system (E3)', () => {
    const inventory = inventoryOf(aSystem({ fields: [aField('mail', 'user.contact.email')] }));
    const policy = aPolicy({
      data: [declared('user.contact.email', ['newsletter']), declared('user.contact.email', ['crm'])],
    });

    expect(found(fieldWrongSystem, { policy, inventory })).toEqual([]);
  });

  describe('of a file that no system claims (E7, E26)', () => {
    const unclaimed = aSystem({
      system: UNCLAIMED,
      connector: 'exports',
      fields: [
        aField('first name', 'user.name.first', { object: FILE, filled: 60, records: 60 }),
        aField('e-mail', 'user.contact.email', { object: FILE, filled: 55, records: 60 }),
        aField('allergies', 'user.health_and_medical', { object: FILE, filled: 3, records: 60 }),
        aField('price', 'none', { object: 'drive/price list.csv' }),
      ],
      people: [aPerson('stranger@example.org', { secondFactor: false, lastLogin: 'never' })],
    });
    // The category is declared, so that only the file itself is wrong.
    const policy = aPolicy({ data: [declared('user.contact.email', ['crm'])] });

    it('makes one finding, known by its path; files about nobody make none', () => {
      const violations = judge(fieldWrongSystem, { policy, inventory: inventoryOf(unclaimed) });

      expect(violations).toHaveLength(1);
      expect(violations[0]).toMatchObject({
        system: 'unclaimed',
        objectType: 'file',
        objectId: FILE,
        subject: FILE,
        evidence: {
          fields: ['allergies', 'e-mail', 'first name'],
          categories: ['user.contact.email', 'user.health_and_medical', 'user.name.first'],
          count: 60,
          of: 60,
        },
      });
      expect(violations[0]?.remedy).toContain(`files: ["${FILE}"]`);
    });

    it('is the only rule that looks at it', () => {
      const others = rules.filter(({ id }) => id !== 'field.wrong-system');

      expect(others.flatMap((rule) => found(rule, { policy, inventory: inventoryOf(unclaimed) }))).toEqual(
        [],
      );
    });

    it('is silent about a file with a header only (E5, E27)', () => {
      const header = aField('mail', 'user.contact.email', { object: FILE, filled: 0, records: 0 });
      const empty = { ...unclaimed, fields: [header] };

      expect(found(fieldWrongSystem, { policy, inventory: inventoryOf(empty) })).toEqual([]);
    });
  });
});
