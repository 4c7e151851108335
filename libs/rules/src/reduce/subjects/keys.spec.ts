import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { isRoleAddress, isStaff } from '../../policy/staff.js';
import { forEachAddress, joiningAddress } from './email-address.js';
import { joinPolicy } from './join.spec-builders.js';
import { createPhoneReader } from './phone-number.js';
import { isRoleOfDesk } from './role-test.js';
import { createStaffTest } from './staff-test.js';

function numbersIn(cell: string, country: string | null): readonly string[] {
  const numbers: string[] = [];
  createPhoneReader(country).forEachNumber(cell, (number) => numbers.push(number));
  return numbers;
}

describe('addresses as they join (E9)', () => {
  it.each([
    [' Anna.Smith+cakes@GoogleMail.com ', 'annasmith@gmail.com'],
    ['Anna.Smith+cakes@Example.com', 'anna.smith@example.com'],
    ['ａｎｎａ@example.com', 'anna@example.com'],
    ['+tag@example.com', '+tag@example.com'],
    ['anna@example.com+x', 'anna@example.com+x'],
    ['no address', null],
    ['@example.com', null],
    ['anna@', null],
  ])('%s', (text, expected) => {
    expect(joiningAddress(text)).toBe(expected);
  });

  it('are found in lists and in angle brackets', () => {
    const addresses: string[] = [];
    forEachAddress('Anna <anna@example.com>; ben@example.com, CLEO@example.com', (one) =>
      addresses.push(one),
    );
    expect(addresses).toEqual(['anna@example.com', 'ben@example.com', 'cleo@example.com']);
  });

  it('are told from desks and staff as the policy does it', () => {
    const local = fc.oneof(
      fc.stringMatching(/^[a-z]{1,6}([._-]{1,2}[a-z]{1,8}){0,2}\d{0,3}$/),
      fc.constantFrom(
        'info',
        'customer.service',
        'sales-team',
        'no-reply',
        'info2',
        'büro',
        'anna.info',
        '_',
        '7',
      ),
    );
    const address = fc
      .tuple(local, fc.constantFrom('x.example', 'sweetcrumb.example'))
      .map((parts) => parts.join('@'));
    const policy = joinPolicy();
    const isOfStaff = createStaffTest(policy);
    fc.assert(
      fc.property(address, (one) => {
        expect([one, isRoleOfDesk(one)]).toEqual([one, isRoleAddress(one)]);
        expect([one, isOfStaff(one)]).toEqual([one, isStaff(policy, one)]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('phone numbers as they join (E9, E36)', () => {
  it.each([
    ['(212) 555-0101', 'US', ['+12125550101']],
    ['Phone:(212) 555-0101, Mobile:212-555-0102', 'US', ['+12125550101', '+12125550102']],
    ['+49 30 901820', 'US', ['+4930901820']],
    ['030 901820', 'DE', ['+4930901820']],
    ['030 901820', null, []],
    ['+49 30 901820', null, ['+4930901820']],
    ['212-555-0101 ext. 7', 'US', ['+12125550101']],
    ['12', 'US', []],
    ['call her mother', 'US', []],
  ])('%s in %s', (cell, country, expected) => {
    expect(numbersIn(cell, country)).toEqual(expected);
  });

  it('are what libphonenumber says, also where it is not asked', () => {
    const digits = fc.stringMatching(/^\d{9,12}$/);
    const shapes = [
      (text: string) => text,
      (text: string) => `+${text}`,
      (text: string) => `+1 ${text}`,
      (text: string) => `1-${text}`,
      (text: string) => `(${text.slice(0, 3)}) ${text.slice(3, 6)}-${text.slice(6)}`,
      (text: string) => `${text.slice(0, 3)}.${text.slice(3, 6)}.${text.slice(6)}`,
    ];
    fc.assert(
      fc.property(digits, fc.constantFrom(...shapes), fc.constantFrom('US', 'CA'), (text, shape, country) => {
        const cell = shape(text);
        const known = parsePhoneNumberFromString(cell, { defaultCountry: country as 'US' }, metadata);
        expect([cell, numbersIn(cell, country)]).toEqual([
          cell,
          known?.isPossible() === true ? [known.number] : [],
        ]);
      }),
      { numRuns: 2000 },
    );
  });
});
