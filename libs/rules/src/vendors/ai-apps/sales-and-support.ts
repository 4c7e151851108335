import { ofKind } from '../ai-app.js';

export const salesAndSupportApps = ofKind('sales and support', [
  { name: 'Apollo', vendor: 'Apollo.io', domains: ['apollo.io'], words: ['Apollo.io'], whole: ['Apollo'] },
  { name: 'Clay', vendor: 'Clay', domains: ['clay.com'], words: ['Clay.com'], whole: ['Clay'] },
  { name: 'Intercom Fin', vendor: 'Intercom', domains: ['intercom.com', 'fin.ai'] },
  { name: 'Zendesk AI', vendor: 'Zendesk', domains: ['zendesk.com'] },
  { name: 'Tidio Lyro', vendor: 'Tidio', domains: ['tidio.com'] },
  {
    name: 'Drift',
    vendor: 'Salesloft',
    domains: ['drift.com', 'salesloft.com'],
    words: ['Drift.com'],
    whole: ['Drift'],
  },
  { name: 'Lemlist', vendor: 'Lempire', domains: ['lemlist.com'] },
  {
    name: 'Instantly',
    vendor: 'Instantly',
    domains: ['instantly.ai'],
    words: ['Instantly.ai'],
    whole: ['Instantly'],
  },
]);
