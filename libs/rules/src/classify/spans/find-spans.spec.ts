import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { getExampleNumber, type CountryCode } from 'libphonenumber-js/core';
import examples from 'libphonenumber-js/examples.mobile';
import metadata from 'libphonenumber-js/min/metadata';
import { valueKind } from '../values/value-kind.js';
import { findSpans } from './find-spans.js';

const found = (text: string): string[] =>
  findSpans(text).map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`);

describe('personal data inside notes', () => {
  it.each([
    [
      'Call Maria Lopez on +34 655 01 23 45 or maria@example.es',
      ['person_name: Maria Lopez', 'phone: +34 655 01 23 45', 'email: maria@example.es'],
    ],
    [
      'Card 4242 4242 4242 4242, IBAN DE89 3704 0044 0532 0130 00 for refunds',
      ['credit_card: 4242 4242 4242 4242', 'iban: DE89 3704 0044 0532 0130 00'],
    ],
    [
      'Frau Weber, geb. 12.05.1980, Hauptstraße 5, 10115 Berlin',
      ['person_name: Weber', 'date_of_birth: 12.05.1980', 'postal_address: Hauptstraße 5, 10115 Berlin'],
    ],
    ['Passport no. EH9023411, SSN 078-05-1120', ['passport: EH9023411', 'national_id: 078-05-1120']],
    ['La contraseña es Sommer1981! y es celíaca', ['password: Sommer1981!', 'health: celíaca']],
    [
      'api key sk_test_4eC39HqLyjWDarjtT1zdp7dc from 203.0.113.7',
      ['api_key: sk_test_4eC39HqLyjWDarjtT1zdp7dc', 'ip_address: 203.0.113.7'],
    ],
    ['Account number 12345678, patente AB1234567', ['bank_account: 12345678', 'drivers_license: AB1234567']],
    [
      'Mevrouw De Vries, BSN 123456782, tel 06-12345678',
      ['person_name: De Vries', 'national_id: 123456782', 'phone: 06-12345678'],
    ],
    ['Contraseña del wifi de la oficina: Pa$$w0rd', ['password: Pa$$w0rd']],
    ['Alarm at the back door, password: Sommer1981!. Tell the staff.', ['password: Sommer1981!']],
    ['Kind hat eine Erdnussallergie, nimmt Ibuprofen', ['health: Erdnussallergie', 'health: Ibuprofen']],
    ['Afgemeld wegens longontsteking', ['health: longontsteking']],
  ])('%s', (text, spans) => {
    expect(found(text)).toEqual(spans);
  });

  it.each([
    'Order 2024-1234-5678 sent, invoice 100200300 due 12/05/2024, version 1.2.3.4',
    'Password reset sent, customer confirmed it works.',
    'ISBN 978-3-16-148410-0, EAN on the box, room 204 at 19:30',
    'Paid 1 250,00 EUR on 03.04.2024, balance 0,00',
    'https://example.com/users/12345678901?tel=02079460000',
    'Donated to the cancer research fundraiser',
    'Mit freundlichen Grüßen, Ihr Team',
  ])('finds nothing in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('phone numbers, as libphonenumber writes them', () => {
  const numbers = (Object.keys(examples) as CountryCode[]).flatMap(
    (country) => getExampleNumber(country, examples, metadata) ?? [],
  );

  it('finds the international forms of every country, in notes and as values', () => {
    const written = numbers.flatMap((number) => [number.number, number.formatInternational()]);
    expect(written.length).toBeGreaterThan(400);
    expect(written.filter((text) => valueKind(text) !== 'phone')).toEqual([]);
    expect(written.filter((text) => !found(`Call ${text} tomorrow`).includes(`phone: ${text}`))).toEqual([]);
  });

  it('finds the national forms after a word for a phone, save very short ones of small islands', () => {
    const missed = numbers
      .map((number) => number.formatNational())
      .filter((text) => !found(`tel ${text} tomorrow`).includes(`phone: ${text}`));
    expect(missed.length).toBeLessThan(numbers.length * 0.05);
  });
});

describe('laws', () => {
  it('gives spans in order, inside the text, without overlaps', () => {
    const piece = fc.constantFrom(
      'Frau Weber ',
      'geb. 1.2.1980 ',
      '4242 4242 4242 4242',
      'a@b.example ',
      '+49 30 1234567',
      'passport ',
      '\u{1F600}',
      'Via Roma 10, ',
      'DE89',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of findSpans(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['1 ', '(1', 'a@', '@a.', 'Mr ', 'AB12 ', 'James ', 'Rua A ', '1.1.', 'sk-', ':', '*'])(
    'takes linear time on a long run of %j',
    (unit) => {
      const start = process.cpuUsage();
      findSpans(unit.repeat(100_000));
      expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
    },
  );
});
