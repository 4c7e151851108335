import { ofKind } from '../ai-app.js';

export const automationApps = ofKind('automation', [
  {
    name: 'Zapier',
    vendor: 'Zapier',
    domains: ['zapier.com'],
    words: ['Zapier AI', 'Zapier MCP', 'Zapier Agents'],
    training: {
      answer: 'by plan',
      source: 'https://zapier.com/legal/tos-update-faq',
      dated: '2024-02-16',
    },
  },
  { name: 'Gumloop', vendor: 'Gumloop', domains: ['gumloop.com'] },
  { name: 'Relay.app', vendor: 'Relay', domains: ['relay.app'] },
  { name: 'Relevance AI', vendor: 'Relevance AI', domains: ['relevanceai.com'] },
  { name: 'Bardeen', vendor: 'Bardeen', domains: ['bardeen.ai'] },
  { name: 'Composio', vendor: 'Composio', domains: ['composio.dev'] },
  { name: 'Dust', vendor: 'Dust', domains: ['dust.tt'], words: ['Dust.tt'], whole: ['Dust'] },
  {
    name: 'Sana',
    vendor: 'Sana Labs',
    domains: ['sanalabs.com', 'sana.ai'],
    words: ['Sana AI'],
    whole: ['Sana'],
  },
  { name: 'CrewAI', vendor: 'CrewAI', domains: ['crewai.com'] },
]);
