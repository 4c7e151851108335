import { describe, expect, it } from '@jest/globals';
import type { Policy } from '../../policy/policy.js';
import {
  aField,
  aPolicy,
  aSystem,
  declared,
  found,
  inventoryOf,
  judge,
  systemsOf,
} from '../inventory.spec-builders.js';
import { purposeMismatch } from './purpose-mismatch.js';

const inventory = inventoryOf(
  aSystem({
    fields: [aField('phone', 'user.contact.phone_number'), aField('mobile', 'user.contact.phone_number')],
  }),
);

function policyOf(pursued: readonly string[] | null, ...data: Policy['data']) {
  return aPolicy({ systems: systemsOf({ crm: { connector: 'hubspot', purposes: pursued } }), data });
}

describe('purpose.mismatch', () => {
  it('reports a category none of whose purposes the system pursues, once for all its fields (E17)', () => {
    const policy = policyOf(
      ['marketing_email'],
      declared('user.contact.phone_number', ['crm'], { purposes: ['order_fulfilment'] }),
    );

    expect(judge(purposeMismatch, { policy, inventory })).toMatchObject([
      {
        system: 'crm',
        objectType: 'category',
        objectId: 'user.contact.phone_number',
        subject: 'user.contact.phone_number',
        title: 'crm (HubSpot) holds phone or fax number, which was collected for something else',
        evidence: {
          fields: ['contact.mobile', 'contact.phone'],
          collected_for: ['order_fulfilment'],
          system_purposes: ['marketing_email'],
          count: 40,
          of: 100,
        },
      },
    ]);
  });

  it.each([
    ['one purpose agrees', ['marketing_email', 'order_fulfilment'], ['order_fulfilment']],
    ['the system states no purposes (E17)', null, ['order_fulfilment']],
    ['the entry states no purposes', ['marketing_email'], []],
  ])('is silent where %s', (_, pursued, collectedFor) => {
    const policy = policyOf(
      pursued,
      declared('user.contact.phone_number', ['crm'], { purposes: collectedFor }),
    );

    expect(found(purposeMismatch, { policy, inventory })).toEqual([]);
  });

  it('is silent about a category without an entry (E17)', () => {
    expect(found(purposeMismatch, { policy: policyOf(['marketing_email']), inventory })).toEqual([]);
  });

  it('adds up the purposes of several entries (E3)', () => {
    const policy = policyOf(
      ['marketing_email'],
      declared('user.contact.phone_number', ['crm'], { purposes: ['order_fulfilment'] }),
      declared('user.contact.phone_number', ['newsletter'], { purposes: ['marketing_email'] }),
    );

    expect(found(purposeMismatch, { policy, inventory })).toEqual([]);
  });

  it('takes a system with an empty list of purposes at its word', () => {
    const policy = policyOf(
      [],
      declared('user.contact.phone_number', ['crm'], { purposes: ['order_fulfilment'] }),
    );

    expect(found(purposeMismatch, { policy, inventory })).toEqual(['crm: user.contact.phone_number']);
  });
});
