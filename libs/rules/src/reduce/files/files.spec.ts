import { describe, expect, it } from '@jest/globals';
import type { FileFact, Source } from '#connectors/contract/fact.js';
import { classifyField } from '../../classify/classify-field.js';
import { filesOf } from './files.js';
import { namesPeople } from './title-words.js';

const source: Source = { system: 'office', connector: 'google-workspace', account: 'C01' };

function aFile(title: string, columns: readonly string[] | null, given: Partial<FileFact> = {}): FileFact {
  return {
    kind: 'file',
    source,
    id: '1a',
    link: 'https://drive.google.com/open?id=1a',
    title,
    columns,
    sharedWith: 'anyone with the link',
    outsideDomains: [],
    outsidePeople: 0,
    ...given,
  };
}

function looksLike(title: string, columns: readonly string[] | null) {
  const [file] = filesOf([aFile(title, columns)], classifyField);
  return [file?.looksLike, file?.recognisedBy];
}

describe('a file that outsiders can open', () => {
  it.each([
    ['Ideas', ['Name', 'E-mail', 'Signed up', 'City']],
    ['Ideas', ['First name', 'Last name', 'Phone', 'Birthday']],
    ['Marché', ['Nom', 'Prénom', 'Courriel']],
    ['Plan', ['Vorname', 'Nachname', 'Telefonnummer']],
    ['Hoja 1', ['Nombre', 'Correo electrónico', 'Teléfono']],
    ['Blad1', ['Naam', 'E-mailadres', 'Woonplaats']],
    ['Company', ['Company', 'Telephone', 'Email', 'Delivery address']],
    // A list without a header: the first row is somebody.
    ['Sheet', ['Ada Becker', 'ada.becker@example.com', '+1 201-555-0100']],
  ])('called %s looks like a list of customers by its first row %j', (title, columns) => {
    expect(looksLike(title, columns)).toEqual(['customer list', 'first row']);
  });

  it.each([
    ['Price list', ['Product', 'Size', 'Price', 'Shelf life (days)']],
    ['Customer survey results', ['Question', 'Yes', 'No', 'Comment']],
    ['Rota', ['Day', 'Loaves', 'Rolls', 'Left over']],
    ['Rota', ['Headline']],
  ])('called %s is something else by its first row %j', (title, columns) => {
    expect(looksLike(title, columns)).toEqual(['something else', null]);
  });

  it('is judged by its name where the first row was not read, or is a heading', () => {
    expect(looksLike('weihnachtsmarkt-kunden.csv', null)).toEqual(['customer list', 'name']);
    expect(looksLike('Our customers', ['Sweet Crumb Bakery, all customers'])).toEqual([
      'customer list',
      'name',
    ]);
    expect(looksLike('Table 7', null)).toEqual(['not known', null]);
  });

  it('is not accused while nothing stands in it, nor called harmless (law 2)', () => {
    expect(looksLike('New customers', [])).toEqual(['not known', null]);
  });

  it('is kept without its title and its cells (law 1), once, whatever came first (law 6)', () => {
    const facts = [
      aFile('Canary customers', ['Canary Jane', 'canary.jane@mail.example'], { id: 'b' }),
      aFile('Z', null, { id: 'a', outsideDomains: ['y.example', 'x.example'], outsidePeople: 2 }),
      aFile('Z', null, { id: 'a', outsideDomains: ['y.example', 'x.example'], outsidePeople: 2 }),
    ];

    const files = filesOf(facts, classifyField);

    expect(files).toEqual(filesOf(facts.toReversed(), classifyField));
    expect(files.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(files[0]?.outsideDomains).toEqual(['x.example', 'y.example']);
    expect(JSON.stringify(files).toLowerCase()).not.toContain('canary');
  });
});

describe('a title', () => {
  it.each([
    'Customer list 2026',
    'KundenlisteNeu.xlsx',
    'Liste des clients',
    'clientes_2025',
    'Clienti attivi',
    'Klanten 2026',
    'Contatos',
    'mailing list',
    'Abonnés newsletter',
    'Ledenlijst',
    'Email list spring',
    'Socios',
  ])('such as "%s" sounds like a list of people', (title) => {
    expect(namesPeople(title)).toBe(true);
  });

  it.each(['Price list', 'Recipe 7', 'Contract draft', 'Lead times of flour', 'Menu', 'Kontoauszug'])(
    'such as "%s" does not',
    (title) => {
      expect(namesPeople(title)).toBe(false);
    },
  );
});
