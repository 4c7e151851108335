import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isCategory, sensitivityOf } from '../../contract/category.js';
import { googleContactFields } from './google-contact.js';
import { hubspotContactFields } from './hubspot-contact.js';
import { mailchimpMemberFields } from './mailchimp-member.js';

const FACTS = new URL(
  '../../../../../../shared/vendor-apis/hubspot/default-contact-properties.json',
  import.meta.url,
);

describe("the vendors' own fields", () => {
  it('each have one of our categories, or none', () => {
    for (const { category } of [...hubspotContactFields, ...mailchimpMemberFields]) {
      expect(category === 'none' || isCategory(category)).toBe(true);
    }
  });

  it('come once by name', () => {
    for (const names of [
      hubspotContactFields.map(({ name }) => name),
      mailchimpMemberFields.map(({ tag }) => tag),
      googleContactFields.map(({ header }) => header.source),
    ]) {
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('make few findings, however many they are (E6)', () => {
    const found = new Set(hubspotContactFields.map(({ category }) => category));
    expect(hubspotContactFields.length).toBeGreaterThan(300);
    expect(found.size).toBeLessThanOrEqual(31);
    expect([...found].filter((category) => sensitivityOf(category) === 'sensitive')).toEqual([
      'user.location.precise',
    ]);
  });

  it('are activity only where the person did something, or was spoken with (E10)', () => {
    const activity = hubspotContactFields.filter(({ role }) => role === 'activity').map(({ name }) => name);
    expect(activity).toContain('hs_email_last_open_date');
    expect(activity).toContain('notes_last_contacted');
    for (const ours of [
      'lastmodifieddate',
      'hs_lastmodifieddate',
      'hs_email_last_send_date',
      'hs_last_sms_send_date',
    ]) {
      expect(activity).not.toContain(ours);
    }
    expect(mailchimpMemberFields.find(({ tag }) => tag === 'LAST_CHANGED')?.role).toBeUndefined();
  });

  it('of HubSpot are those that a real account showed, where these facts are at hand', () => {
    const properties = existsSync(FACTS)
      ? (JSON.parse(readFileSync(FACTS, 'utf8')) as { properties: { name: string; label: string }[] })
          .properties
      : [];
    const known = new Map(hubspotContactFields.map(({ name, label }) => [name, label]));
    const byPattern = /^hs_v2_(date_entered|date_exited|cumulative_time_in|latest_time_in)_/;
    const missing = properties.filter(
      ({ name, label }) => !byPattern.test(name) && known.get(name) !== label,
    );
    expect(missing).toEqual([]);
  });
});
