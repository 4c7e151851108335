import { describe, expect, it } from '@jest/globals';
import { documentAsPdf } from './document-as-pdf.js';
import { cell, list, table, text } from './document-part.js';
import { pdfLetters } from './pdf-fonts.js';
import type { PlainDocument } from './plain-document.js';
import { policyDocument } from './policy-document.js';
import { FULL } from './policy.spec-builders.js';

const NOON = new Date('2026-11-23T12:00:00Z');

const PLAIN: PlainDocument = {
  kind: 'Trial',
  organization: 'Sweet Crumb Bakery',
  standing: [],
  sections: [],
  signatures: null,
  foot: '',
  isOnePage: false,
  paper: 'A4',
};

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** Not by a matcher: it would show the whole file. */
function has(bytes: Uint8Array, words: string): boolean {
  return latin1(bytes).includes(words);
}

function pages(bytes: Uint8Array): number {
  return [...latin1(bytes).matchAll(/\/Type \/Page\b/gu)].length;
}

/** The fonts in a file, without the tag of their subset. */
function fonts(bytes: Uint8Array): readonly string[] {
  const names = [...latin1(bytes).matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([\w-]+)/gu)].map(
    ([, name]) => name ?? '',
  );
  return [...new Set(names)].toSorted();
}

describe('a document as PDF', () => {
  it('is the same bytes for the same document and instant, and others for another', async () => {
    const document = { ...PLAIN, sections: [{ heading: 'One', parts: [text('Two')] }] };
    const [once, again, later] = [
      await documentAsPdf(document, NOON),
      await documentAsPdf(document, NOON),
      await documentAsPdf(document, new Date('2026-11-24T12:00:00Z')),
    ];
    expect(Buffer.compare(again, once)).toBe(0);
    expect(Buffer.compare(later, once)).not.toBe(0);
    expect(has(once, '(D:20261123120000Z)')).toBe(true);
  });

  it('says what it is, whose and in which language', async () => {
    const file = await documentAsPdf(PLAIN, NOON);
    expect(
      ['/Lang (en)', '/DisplayDocTitle true', '(Trial: Sweet Crumb Bakery)'].filter((one) => !has(file, one)),
    ).toEqual([]);
  });

  it('brings its fonts along, for Latin, Greek, Cyrillic, Hebrew and Arabic, and none for what no font has', async () => {
    const names = ['Café Ёжик Αρτοποιείο', 'מאפיית לחם', 'مخبز السعادة', '日本語パン屋 🍞', '\u202Eevil'];
    const file = await documentAsPdf({ ...PLAIN, sections: [{ heading: 'A', parts: list(names) }] }, NOON);
    expect(fonts(file)).toEqual(['DejaVuSans', 'Inter-Regular', 'Inter-SemiBold']);
  });

  it('says on the page that letters are missing, where they are', async () => {
    const { lacks, printable } = await pdfLetters();
    expect(printable('Bäckerei 日本')).toBe('Bäckerei □□');
    expect(lacks('Bäckerei 日本')).toBe(true);
    expect(lacks('Bäckerei Ёжик מאפיית مخبز □ “—”')).toBe(false);
    const withSquares = await documentAsPdf({ ...PLAIN, organization: '日本' }, NOON);
    const without = await documentAsPdf({ ...PLAIN, organization: '□□' }, NOON);
    expect(withSquares.length).toBeGreaterThan(without.length);
  });

  it('has the policy of the starter on one sheet of Letter, which is lower than A4', async () => {
    const document = policyDocument(FULL);
    expect(document.paper).toBe('LETTER');
    expect(pages(await documentAsPdf(document, NOON))).toBe(1);
  });

  it('takes several sheets rather than letters that nobody can read', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => [cell(`Row ${at}`), cell('Something')]);
    const sections = [{ heading: 'Much', parts: table(['Name', 'What'], rows) }];
    expect(pages(await documentAsPdf({ ...PLAIN, sections, isOnePage: true }, NOON))).toBeGreaterThan(2);
  });

  it('prints no more rows than somebody reads, however many there are', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [cell(`Row ${at}`), cell('Something')]);
    const sections = [{ heading: 'Much', parts: table(['Name', 'What'], rows) }];
    expect(pages(await documentAsPdf({ ...PLAIN, sections }, NOON))).toBeLessThan(12);
  });
});
