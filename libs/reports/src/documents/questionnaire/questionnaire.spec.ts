import { describe, expect, it } from '@jest/globals';
import { FULL, MINIMAL, policyOf } from '../policy.spec-builders.js';
import { questionnaireMail } from './questionnaire-mail.js';
import { questionnairesDocument } from './questionnaires-document.js';
import { vendorQuestionnaires } from './vendor-questionnaire.js';

const DAY = '2026-11-23';
const HOSTILE = '<b>\r\nBcc: x@y.example\u202E '.concat('n'.repeat(200));

describe('the questions to vendors', () => {
  it('go to everybody the policy names, and to the makers of its tools', () => {
    const names = vendorQuestionnaires(FULL, null, DAY).map(({ vendor }) => vendor);
    expect(names).toEqual(['Google', 'HubSpot', 'Mailchimp', 'QuickBooks', 'Zapier']);
    expect(vendorQuestionnaires(MINIMAL, null, DAY).map(({ vendor }) => vendor)).toEqual(['HubSpot']);
  });

  it('go to the apps that a scan found, too', () => {
    const app = { name: 'Notetaker', clientId: null, scopes: ['mail'], users: 1, access: 'unknown' as const };
    const system = {
      system: 'crm',
      connector: 'hubspot' as const,
      account: '1',
      receipts: [],
      fields: [],
      people: [],
      apps: [app],
    };
    const names = vendorQuestionnaires(MINIMAL, { asOf: DAY, systems: [system] }, DAY).map(
      ({ vendor }) => vendor,
    );
    expect(names).toEqual(['HubSpot', 'Notetaker']);
  });

  it('say what is known, and ask it again', () => {
    const mailchimp = vendorQuestionnaires(FULL, null, DAY).find(({ vendor }) => vendor === 'Mailchimp');
    if (mailchimp === undefined) throw new Error('Mailchimp is missing.');
    expect(mailchimp.missing).toEqual([]);
    const { text, subject } = questionnaireMail(FULL, mailchimp);
    expect(subject).toBe("Questions about our customers' data in Mailchimp, from My business");
    expect(text).toContain('We have noted: no (15 January 2026). Is that still so?');
    expect(text).not.toContain('And please');
  });

  it('ask for the agreement and the country where they are missing or over', () => {
    const policy = policyOf(
      'plumbline: 1\norganization: A\nsystems: { crm: { connector: hubspot } }\ndata: []\nvendors: [{ name: HubSpot, systems: [crm], dpa: { signed: 2024-01-01, expires: 2026-01-01 } }]\n',
    );
    const [hubspot] = vendorQuestionnaires(policy, null, DAY);
    expect(hubspot?.requests).toEqual([
      expect.stringContaining('ended on 1 January 2026'),
      expect.stringContaining('In which countries'),
    ]);
    expect(hubspot?.missing).toContain('answers on Whose data it is, AI training, Statistics and Deletion');
  });

  it('are a mail on one line of subject and at most 72 columns, whatever the names', () => {
    const policy = {
      ...MINIMAL,
      organization: HOSTILE,
      vendors: FULL.vendors.map((vendor) => ({ ...vendor, name: HOSTILE })),
    };
    for (const questionnaire of vendorQuestionnaires(policy, null, DAY)) {
      const { subject, text, html } = questionnaireMail(policy, questionnaire);
      expect(subject).not.toMatch(/[\p{Cc}\u202E]/u);
      expect(subject.length).toBeLessThanOrEqual(200);
      expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(72);
      expect(html).not.toContain('<b>');
    }
  });

  it('are shown to the business with what is missing', () => {
    const document = questionnairesDocument(FULL, vendorQuestionnaires(FULL, null, DAY), {
      asOf: '',
      foot: '',
    });
    expect(document.standing[0]).toBe(
      'Answered everything: 1 of 5 vendors. A mail to each is ready to send.',
    );
    expect(JSON.stringify(document.sections)).toContain('an entry under vendors: in the policy');
  });
});
