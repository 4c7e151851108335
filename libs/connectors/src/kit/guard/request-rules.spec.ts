import { describe, expect, it } from '@jest/globals';
import { whyForbidden } from './request-rules.js';

const rules = {
  connector: 'mailchimp',
  hosts: ['login.mailchimp.com'],
  dataCentres: /us\d{1,2}\.api\.mailchimp\.com/u,
  readsByPost: [],
  tokenUrls: [],
} as const;

const whyGet = (address: string) => whyForbidden(rules, { method: 'GET', url: new URL(address) });

describe('a vendor with data centres', () => {
  it('is asked in any of them', () => {
    expect(whyGet('https://us6.api.mailchimp.com/3.0/lists')).toBeNull();
    expect(whyGet('https://us21.api.mailchimp.com/3.0/')).toBeNull();
    expect(whyGet('https://login.mailchimp.com/oauth2/metadata')).toBeNull();
  });

  it.each([
    'https://us6.api.mailchimp.com.example/3.0/lists',
    'https://evil-us6.api.mailchimp.com/3.0/lists',
    'https://us123.api.mailchimp.com/3.0/lists',
    'https://us6.api.mailchimp.community/3.0/lists',
    'https://api.mailchimp.com/3.0/lists',
    'https://us6.api.mailchimp.com:8443/3.0/lists',
  ])('is not asked at %s', (address) => {
    expect(whyGet(address)).toBe('A request to a foreign host was refused');
  });

  it('is only read there', () => {
    const url = new URL('https://us6.api.mailchimp.com/3.0/lists');
    expect(whyForbidden(rules, { method: 'POST', url })).not.toBeNull();
    expect(whyForbidden(rules, { method: 'DELETE', url })).not.toBeNull();
  });
});
