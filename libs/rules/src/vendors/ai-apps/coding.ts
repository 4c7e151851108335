import { ofKind } from '../ai-app.js';

export const codingApps = ofKind('coding', [
  {
    name: 'Cursor',
    vendor: 'Anysphere',
    domains: ['cursor.com', 'cursor.sh'],
    whole: ['Cursor'],
    training: { answer: 'by setting', source: 'https://www.productionai.institute/ai-data-use', dated: null },
  },
  {
    name: 'GitHub Copilot',
    vendor: 'GitHub',
    domains: ['github.com', 'githubcopilot.com'],
    training: { answer: 'no', source: 'https://www.productionai.institute/ai-data-use', dated: null },
  },
  { name: 'Replit', vendor: 'Replit', domains: ['replit.com'] },
  {
    name: 'Lovable',
    vendor: 'Lovable',
    domains: ['lovable.dev'],
    words: ['Lovable.dev'],
    whole: ['Lovable'],
  },
]);
