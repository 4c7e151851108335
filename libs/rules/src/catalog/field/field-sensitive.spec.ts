import { describe, expect, it } from '@jest/globals';
import { aField, aPolicy, aSystem, declared, found, inventoryOf, judge } from '../inventory.spec-builders.js';
import { fieldSensitive } from './field-sensitive.js';

const inventory = inventoryOf(aSystem({ fields: [aField('faith', 'user.demographic.religious_belief')] }));

describe('field.sensitive', () => {
  it('reports sensitive data that is declared only by an ancestor (E2)', () => {
    const policy = aPolicy({ data: [declared('user.demographic', ['crm'])] });

    const [violation] = judge(fieldSensitive, { policy, inventory });

    expect(violation).toMatchObject({
      subject: 'contact.faith',
      title: 'crm (HubSpot) holds sensitive data: religion',
    });
    expect(violation?.remedy).toContain('category: user.demographic.religious_belief');
  });

  it('is silent where it is declared by its own key, here or elsewhere (E2)', () => {
    const here = aPolicy({ data: [declared('user.demographic.religious_belief', ['crm'])] });
    const elsewhere = aPolicy({ data: [declared('user.demographic.religious_belief', ['books'])] });

    expect(found(fieldSensitive, { policy: here, inventory })).toEqual([]);
    expect(found(fieldSensitive, { policy: elsewhere, inventory })).toEqual([]);
  });

  it('is silent about personal data that is not sensitive', () => {
    const personal = inventoryOf(aSystem({ fields: [aField('gender', 'user.demographic.gender')] }));

    expect(found(fieldSensitive, { inventory: personal })).toEqual([]);
  });
});
