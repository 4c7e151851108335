import type { Policy } from './policy.js';

/** A policy that says nothing: what each absent section is (E36). */
export const emptyPolicy: Policy = {
  organization: '',
  owner: null,
  country: null,
  timeZone: 'UTC',
  domains: [],
  reviewed: null,
  reviewEvery: null,
  audit: null,
  inactiveAfter: { years: 0, months: 0, weeks: 0, days: 90 },
  people: [],
  systems: new Map(),
  purposes: new Map(),
  data: [],
  classify: [],
  access: [],
  apps: [],
  retention: [],
  consent: [],
  erasures: null,
  vendors: [],
  training: null,
  controller: null,
  security: [],
  missingSections: [],
};
