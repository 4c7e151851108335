import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { MOST_POLICY_BYTES, parsePolicy } from './parse-policy.js';
import { policyProblemsAsText, type PolicyProblem } from './policy-problem.js';
import type { Policy } from './policy.js';

const MINIMAL = `plumbline: 1
organization: Sweet Crumb Bakery
systems:
  crm: { connector: hubspot }
  books: { connector: quickbooks }
data:
  - { category: user.contact.email, in: [crm, books] }
`;

function policyOf(text: string): Policy {
  const parsed = parsePolicy(text, 'policy.yaml');
  if ('problems' in parsed) {
    throw new Error(policyProblemsAsText(parsed.problems));
  }
  return parsed.policy;
}

function problemsOf(text: string): readonly PolicyProblem[] {
  const parsed = parsePolicy(text, 'policy.yaml');
  return 'problems' in parsed ? parsed.problems : [];
}

/** The problems of a minimal policy with more lines. */
const problemsWith = (...lines: string[]) => problemsOf(`${MINIMAL}${lines.join('\n')}\n`);

describe('what only `plumbline`, `organization`, `systems` and `data` leave open (E36)', () => {
  const policy = policyOf(MINIMAL);

  it('takes the defaults and names the missing sections', () => {
    expect(policy).toMatchObject({
      organization: 'Sweet Crumb Bakery',
      owner: null,
      country: null,
      timeZone: 'UTC',
      inactiveAfter: { days: 90 },
      people: [],
      training: null,
      controller: null,
    });
    expect(policy.missingSections).toEqual([
      'country',
      'time_zone',
      'domains',
      'review_every',
      'audit',
      'people',
      'purposes',
      'access',
      'apps',
      'retention',
      'consent',
      'erasures',
      'vendors',
      'training',
    ]);
  });

  it('takes a section without entries for missing, and an empty list for said', () => {
    expect(policyOf(`${MINIMAL}people:\n  # nobody yet\napps: []\n`).missingSections).toEqual(
      policy.missingSections.filter((section) => section !== 'apps'),
    );
  });

  it('asks for each of the four', () => {
    expect(problemsOf('owner: maria@sweetcrumb.example').map(({ message }) => message)).toEqual([
      expect.stringContaining('`plumbline:` is missing'),
      expect.stringContaining('`organization:` is missing; expected the name of your business'),
      expect.stringContaining('`systems:` is missing'),
      expect.stringContaining('`data:` is missing'),
    ]);
  });
});

describe('values', () => {
  it.each([
    ['yes', true],
    ['no', false],
    ['true', true],
    ['False', false],
    ['"Yes"', true],
  ])('reads %s as a boolean (E36)', (written, answer) => {
    const policy = policyOf(
      `${MINIMAL}vendors:\n  - { name: M, answers: { data_stays_ours: ${written} } }\n`,
    );
    expect(policy.vendors[0]?.answers.data_stays_ours).toBe(answer);
  });

  it('does not take Norway for a no, nor a number for anything but text', () => {
    expect(policyOf(`${MINIMAL}country: NO\n`).country).toBe('NO');
    expect(policyOf(MINIMAL.replace('Sweet Crumb Bakery', '1890')).organization).toBe('1890');
    expect(
      policyOf(`${MINIMAL}apps:\n  - { name: Z, client_id: 012345678901234567890 }\n`).apps[0]?.clientId,
    ).toBe('012345678901234567890');
  });

  it.each(['2026-09-30', '"2026-09-30"', "'2026-09-30'"])('reads the day %s', (written) => {
    expect(policyOf(`${MINIMAL}reviewed: ${written}\n`).reviewed).toBe('2026-09-30');
  });

  it.each(['2026-02-30', '30.09.2026', '2026-9-30', '2026-09-30T10:00:00Z', '20260930', 'yesterday'])(
    'refuses the day %s',
    (written) => {
      expect(problemsWith(`reviewed: ${written}`)).toEqual([
        expect.objectContaining({
          path: 'reviewed',
          expected: 'a day such as 2026-09-30',
          line: 8,
          column: 11,
        }),
      ]);
    },
  );

  it('accepts a day that stands in a leap year only', () => {
    expect(policyOf(`${MINIMAL}reviewed: 2024-02-29\n`).reviewed).toBe('2024-02-29');
    expect(problemsWith('reviewed: 2026-02-29')).toHaveLength(1);
  });

  it.each([
    ['time_zone: America/New_Yrok', 'America/New_York'],
    ['time_zone: New York', 'America/New_York'],
    ['time_zone: "+02:00"', null],
    ['country: UK', null],
    ['country: ZZ', null],
    ['owner: maria', null],
    ['review_every: 3 moons', null],
    ['review_every: 0 days', null],
    ['domains: [gmail.com]', null],
    ['domains: ["@sweetcrumb.example"]', null],
    ['erasures: "a\\eb"', null],
  ])('refuses %s', (line, nearest) => {
    expect(problemsWith(line)).toEqual([expect.objectContaining({ line: 8, nearest })]);
  });

  it.each([
    '/etc/*.csv',
    '../*.csv',
    'a/../../b.csv',
    'C:\\exports\\a.csv',
    '\\\\server\\a.csv',
    '!/old/**',
    '~/a.csv',
  ])('refuses files outside the exports folder: %s (E7)', (glob) => {
    const text = MINIMAL.replace('quickbooks }', `quickbooks, files: ['${glob}'] }`);
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({
        path: 'systems.books.files[0]',
        line: 5,
        expected: expect.stringContaining('inside'),
      }),
    ]);
  });
});

describe('unknown keys and words', () => {
  it.each([
    ['retension: []', 'retention'],
    ['owners: a@b.example', 'owner'],
    ['timezone: UTC', 'time_zone'],
    ['constructor: 1', null],
    ['__proto__: 1', null],
    ['toString: 1', null],
  ])('refuses the key %s', (line, nearest) => {
    const key = line.split(':')[0] ?? '';
    expect(problemsWith(line)).toEqual([
      expect.objectContaining({ line: 8, column: 1, path: key, nearest, found: `\`${key}\`` }),
    ]);
  });

  it('knows the keys of the block it is in, also below lists', () => {
    const problems = problemsWith(
      'people:',
      '  - { email: maria@sweetcrumb.example, rols: [owner] }',
      'vendors:',
      '  - name: Mailchimp',
      '    dpa: { signed: 2025-11-02, expire: 2027-11-02 }',
    );
    expect(problems).toEqual([
      expect.objectContaining({ path: 'people[0].rols', nearest: 'roles', line: 9, column: 40 }),
      expect.objectContaining({ path: 'vendors[0].dpa.expire', nearest: 'expires', line: 12, column: 32 }),
    ]);
    expect(problems[0]?.message).toBe('people[0]: `rols` is not known here. Did you mean `roles`?');
  });

  it('lists the known keys where none is near', () => {
    expect(problemsOf(MINIMAL.replace('quickbooks }', 'quickbooks, colour: blue }'))[0]?.message).toBe(
      'systems.books: `colour` is not known here. Known here: connector, purposes, files, connection.',
    );
  });

  it.each([
    ['user.contact.mail', 'user.contact.email'],
    ['email', 'user.contact.email'],
    ['date of birth', 'user.demographic.date_of_birth'],
    ['phone', 'user.contact.phone_number'],
    ['user.finance.bank_account', 'user.financial.bank_account'],
  ])('knows what %s was meant to be', (written, nearest) => {
    expect(problemsWith(`  - { category: ${written}, in: [crm] }`)).toEqual([
      expect.objectContaining({ path: 'data[1].category', nearest }),
    ]);
  });

  it.each(['user', 'user.authorization'])('refuses %s as too broad (E2)', (written) => {
    expect(problemsWith(`  - { category: ${written}, in: [crm] }`)[0]?.message).toMatch(
      /too broad.*one entry each: user/u,
    );
  });

  it('names the nearest tool, role, system, purpose and person', () => {
    const problems = problemsWith(
      '  - { category: user.name, for: [newsleter], in: [crm, boks], fields: { crn: [name] } }',
      'purposes: { newsletter: { why: to write } }',
      'access: [{ role: sales, systems: { bokks: member, crm: members } }]',
      'people: [{ email: tom@sweetcrumb.example, roles: [sails] }]',
      'training: { every: 1 year, sessions: [{ held: 2026-02-10, attended: [tim@sweetcrumb.example] }] }',
      'classify: [{ system: crm, field: x, category: nonee }]',
    );
    expect(problems.map(({ path, nearest }) => [path, nearest])).toEqual([
      ['data[1].for[0]', 'newsletter'],
      ['data[1].in[1]', 'books'],
      ['data[1].fields.crn', 'crm'],
      ['access[0].systems.bokks', 'books'],
      ['access[0].systems.crm', 'member'],
      ['people[0].roles[0]', 'sales'],
      ['training.sessions[0].attended[0]', 'tom@sweetcrumb.example'],
      ['classify[0].category', 'none'],
    ]);
    expect(problemsOf(MINIMAL.replace('hubspot', 'hub-spot'))[0]).toMatchObject({
      path: 'systems.crm.connector',
      nearest: 'hubspot',
      found: '`hub-spot`',
    });
  });
});

/** Two systems of one tool, a system of any origin, a vendor with answers. */
const two = (more: string) =>
  MINIMAL.replace('books: { connector: quickbooks }', `books: { connector: hubspot${more} }`);
const sheets = (more: string) => MINIMAL.replace('quickbooks', `exports${more}`);
const vendor = (answers: string) => problemsWith(`vendors: [{ name: M, answers: { ${answers} } }]`);

describe('how the parts fit together', () => {
  it('asks what tells two systems of one tool apart (E7)', () => {
    expect(problemsOf(two('')).map(({ path }) => path)).toEqual([
      'systems.crm.connector',
      'systems.books.connector',
    ]);
    expect(problemsOf(two(', connection: cafe')).map(({ path }) => path)).toEqual(['systems.crm.connector']);
    expect(problemsOf(two(', connection: cafe').replace('hubspot }', 'hubspot, files: [a.csv] }'))).toEqual(
      [],
    );
  });

  it('asks for the files of a system of any origin', () => {
    expect(problemsOf(sheets(''))[0]).toMatchObject({ path: 'systems.books.connector', line: 5 });
    expect(problemsOf(sheets(', files: ["drive/*.xlsx"]'))).toEqual([]);
  });

  it('asks for the day of an opt-out (E16)', () => {
    expect(vendor('trains_shared_ai: opted_out')[0]?.message).toContain('opted_out_on');
    expect(vendor('trains_shared_ai: no, opted_out_on: 2026-01-15')).toHaveLength(1);
    expect(vendor('trains_shared_ai: opted_out, opted_out_on: 2026-01-15')).toEqual([]);
  });

  it.each([
    [
      'a name of two people',
      'people: [{ email: a@x.example, also: [Ann] }, { email: b@x.example, also: [ann] }]',
    ],
    ['a vendor twice', 'vendors: [{ name: Mailchimp }, { name: mailchimp }]'],
    [
      'two terms for the same people',
      'retention: [{ subjects: leads, keep: 1 year, after: last_activity }, { subjects: leads, keep: 2 years, after: last_activity }]',
    ],
    [
      'two words on one field',
      'classify: [{ system: crm, field: x, category: none }, { system: crm, field: X, category: user.name }]',
    ],
    [
      'an agreement that ends before it begins',
      'vendors: [{ name: M, dpa: { signed: 2026-01-01, expires: 2025-01-01 } }]',
    ],
    ['a closed list for another system', '  - { category: user.name, in: [crm], fields: { books: [name] } }'],
    ['a role that no access speaks of', 'access: []\npeople: [{ email: a@x.example, roles: [owner] }]'],
  ])('refuses %s', (_what, line) => {
    expect(problemsWith(line)).toHaveLength(1);
  });

  it('knows the role everyone, and judges no roles without a section on access (E15, E36)', () => {
    expect(problemsWith('access: []', 'people: [{ email: a@x.example, roles: [everyone] }]')).toEqual([]);
    expect(problemsWith('people: [{ email: a@x.example, roles: [owner] }]')).toEqual([]);
  });

  it('keeps the name of unclaimed files free (E7)', () => {
    expect(problemsOf(MINIMAL.replaceAll('crm', 'unclaimed'))[0]).toMatchObject({
      path: 'systems.unclaimed',
      line: 4,
    });
  });

  it('knows people by any of their addresses in the list of a training', () => {
    const policy = policyOf(
      `${MINIMAL}people: [{ email: Maria@x.example, also: [m@x.example] }]\n` +
        'training: { every: 1 year, sessions: [{ held: 2026-02-10, attended: [M@x.example] }] }\n',
    );
    expect(policy.training?.sessions[0]?.attended).toEqual(['maria@x.example']);
  });
});

describe('all at once, in the order of the file', () => {
  it('says every problem of every kind', () => {
    const problems = problemsOf(
      [
        'plumbline: 2',
        'organisation: Sweet Crumb',
        'country: XX',
        'country: US',
        'systems:',
        '  crm: { connector: hubspott }',
        'data:',
        '  - { category: user.nam, in: [crn] }',
        '  - { in: crm }',
        'retention: { subjects: customers }',
      ].join('\n'),
    );
    expect(policyProblemsAsText(problems).split('\n')).toEqual([
      'policy.yaml:1:1  the policy: `organization:` is missing; expected the name of your business.',
      'policy.yaml:1:12  plumbline: expected 1, found `2`.',
      'policy.yaml:2:1  the policy: `organisation` is not known here. Did you mean `organization`?',
      'policy.yaml:3:10  country: expected a country as two letters such as US, GB or DE, found `XX`.',
      'policy.yaml:4:1  `country` stands here twice; the first is on line 3. Keep one of them.',
      expect.stringMatching(
        /^policy.yaml:6:21 {2}systems.crm.connector: expected one of hubspot, .*Did you mean `hubspot`\?$/u,
      ),
      expect.stringMatching(/^policy.yaml:8:17 {2}data\[0\].category: .*Did you mean `user.name`\?$/u),
      expect.stringMatching(
        /^policy.yaml:8:32 {2}data\[0\].in\[0\]: expected a system named under `systems:` \(crm\)/u,
      ),
      expect.stringMatching(/^policy.yaml:9:5 {2}data\[1\]: `category:` is missing/u),
      expect.stringMatching(/^policy.yaml:9:11 {2}data\[1\].in: expected a list/u),
      expect.stringMatching(/^policy.yaml:10:12 {2}retention: expected a list.*found a block of keys/u),
    ]);
  });

  it('quotes what stands there on one short line, without anything a terminal would obey', () => {
    const [problem] = problemsWith(`country: "\\e[31m${'long '.repeat(50)}"`);
    expect(problem?.found).toMatch(/^`\[31m.{1,40}…`$/u);
    expect(problem?.message).not.toMatch(/\p{Cc}/u);
  });
});

describe('text that is no YAML, or too much of it', () => {
  it.each([
    ['a tab', 'systems:\n\tcrm: 1', 2, /spaces/u],
    ['a colon too many', 'organization: Crumb: the bakery', 1, /quotes/u],
    ['an open quote', 'organization: "Crumb\nowner: x', 2, /not complete/u],
    ['an open bracket', 'domains: [a.example\nowner: x@y.example\n', 2, /not complete|indented/u],
    ['a tag', '!!python/object {}', 1, /tags/u],
    ['an unknown alias', `${MINIMAL}owner: *maria\n`, 8, /"&maria"/u],
    ['a second page', `${MINIMAL}---\n${MINIMAL}`, 8, /one page/u],
    ['nothing', '', 1, /empty/u],
    ['comments only', '# nothing\n', 1, /empty/u],
    ['a sentence', 'just words', 1, /not a policy/u],
    ['a list', '- a\n- b', 1, /not a policy/u],
  ])('%s', (_what, text, line, message) => {
    const [first] = problemsOf(text);
    expect(first).toMatchObject({ file: 'policy.yaml', line });
    expect(first?.column).toBeGreaterThan(0);
    expect(first?.message).toMatch(message);
  });

  it('also says what is wrong before a slip of notation', () => {
    const problems = problemsOf('ownr: maria\ncountry: XX\norganization: Crumb: the bakery\nfoo: 1\n');
    expect(problems.map(({ line, nearest }) => [line, nearest])).toEqual([
      [1, 'owner'],
      [2, null],
      [3, null],
    ]);
  });

  it('reads a file with a byte order mark and Windows line ends, with the right columns', () => {
    const text = `\u{FEFF}${MINIMAL}country: XX\n`.replaceAll('\n', '\r\n');
    expect(problemsOf(text)).toEqual([expect.objectContaining({ line: 8, column: 10 })]);
    expect(problemsOf(`\u{FEFF}plumbline: 2\n${MINIMAL.replace('plumbline: 1\n', '')}`)).toEqual([
      expect.objectContaining({ line: 1, column: 12 }),
    ]);
  });

  it('refuses more than 1 MB of UTF-8, and not a byte less', () => {
    const filled = (bytes: number) => MINIMAL + '#'.repeat(bytes - MINIMAL.length);
    expect(problemsOf(filled(MOST_POLICY_BYTES))).toEqual([]);
    expect(problemsOf(filled(MOST_POLICY_BYTES + 1))[0]?.message).toMatch(/larger than 1 MB/u);
    expect(problemsOf(`${MINIMAL}#${'é'.repeat(MOST_POLICY_BYTES / 2)}`)[0]?.message).toMatch(
      /larger than 1 MB/u,
    );
  });

  it.each([
    ['dashes', `${'- '.repeat(500_000)}x\na: b`],
    ['brackets', '['.repeat(1_000_000)],
    ['braces', '{a: '.repeat(250_000)],
    ['question marks', `${'? '.repeat(500_000)}x\na: b`],
    ['lines', Array.from({ length: 1300 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n')],
  ])('refuses deep nesting of %s without exhausting the stack', (_what, text) => {
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/too deeply/u) }),
    ]);
  });

  it.each([
    [
      'billion laughs',
      `a: &a [x]\n${Array.from({ length: 25 }, (_, at) => `b${at}: &b${at} [*${at === 0 ? 'a' : `b${at - 1}`}, *${at === 0 ? 'a' : `b${at - 1}`}]`).join('\n')}`,
    ],
    ['a circle', 'a: &a [*a, *a]'],
    ['many aliases', `a: &a x\nb: [${'*a, '.repeat(20_000)}]`],
    ['aliases of something large', `a: &a [${'x, '.repeat(40_000)}]\nb: [${'*a, '.repeat(90)}]`],
  ])('bounds %s', (_what, text) => {
    expect(policyProblemsAsText(problemsOf(text))).toMatch(/more than 100 times|far too long/u);
  });

  it('lets a few aliases stand for what they name', () => {
    const text = MINIMAL.replace('in: [crm, books]', 'in: &both [crm, books]');
    expect(policyOf(`${text}  - { category: user.name, in: *both }\n`).data[1]?.systems).toEqual([
      'crm',
      'books',
    ]);
  });

  it('finds tens of thousands of unknown keys', () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `k${at}: 1`).join('\n');
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(20_000);
    expect(policyProblemsAsText(problems).split('\n')).toHaveLength(101);
  });

  it('never throws, and always says where, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...MINIMAL.split(/(?<=[\s{}[\],:])/u)),
      fc.constantFrom(
        '- ',
        '? ',
        '[',
        '}',
        '&a ',
        '*a ',
        '!t ',
        '"',
        "'",
        '|\n',
        '\n',
        '\t',
        ': ',
        '---\n',
        '\u0000',
        '%',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const { line, column, message } of problemsOf(pieces.join(''))) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(message).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });
});
