import { ofKind } from '../ai-app.js';

export const assistants = ofKind('assistant', [
  {
    name: 'ChatGPT',
    vendor: 'OpenAI',
    domains: ['chatgpt.com', 'chat.openai.com', 'openai.com'],
    words: ['ChatGPT', 'OpenAI'],
    training: { answer: 'by plan', source: 'https://alejo.ink/companies/openai/', dated: '2026-06-07' },
  },
  {
    name: 'Claude',
    vendor: 'Anthropic',
    domains: ['claude.ai', 'anthropic.com', 'claude.com'],
    words: ['Claude.ai', 'Anthropic'],
    whole: ['Claude', 'Claude Code', 'Claude Desktop'],
    training: {
      answer: 'by plan',
      source:
        'https://www.goldfarb.com/updates-to-anthropics-claude-ai-terms-and-privacy-policy-what-you-need-to-know/',
      dated: '2025-09-17',
    },
  },
  {
    name: 'Gemini',
    vendor: 'Google',
    domains: ['gemini.google.com'],
    words: ['Google Gemini'],
    whole: ['Gemini'],
    training: {
      answer: 'by setting',
      source: 'https://www.productionai.institute/ai-data-use/gemini-apps',
      dated: '2026-03',
    },
  },
  { name: 'NotebookLM', vendor: 'Google', domains: ['notebooklm.google.com', 'notebooklm.google'] },
  {
    name: 'Microsoft 365 Copilot',
    vendor: 'Microsoft',
    domains: ['m365.cloud.microsoft', 'copilot.cloud.microsoft', 'microsoft.com'],
    training: {
      answer: 'no',
      source: 'https://www.productionai.institute/ai-data-use/microsoft-365-copilot',
      dated: null,
    },
  },
  {
    // The one for everybody, with other terms than that of Microsoft 365.
    name: 'Microsoft Copilot',
    vendor: 'Microsoft',
    domains: ['copilot.microsoft.com'],
    words: ['Microsoft Copilot'],
    whole: ['Copilot'],
    training: {
      answer: 'yes',
      source: 'https://mail.hazaa.co.za/maps/ai-training-data-table.html',
      dated: '2026-03',
    },
  },
  {
    name: 'Perplexity',
    vendor: 'Perplexity AI',
    domains: ['perplexity.ai', 'comet.perplexity.ai'],
    words: ['Perplexity', 'Perplexity AI'],
    whole: ['Comet'],
    training: {
      answer: 'by plan',
      source:
        'https://perplexity-help-center.pages.dev/en/articles/11564572-data-collection-at-perplexity.html',
      dated: null,
    },
  },
  {
    name: 'Grok',
    vendor: 'xAI',
    domains: ['grok.com', 'x.ai', 'x.com'],
    words: ['xAI'],
    whole: ['Grok'],
    training: { answer: 'yes', source: 'https://www.productionai.institute/ai-data-use', dated: null },
  },
  {
    name: 'Meta AI',
    vendor: 'Meta',
    domains: ['meta.ai', 'ai.meta.com'],
    training: { answer: 'yes', source: 'https://www.productionai.institute/ai-data-use', dated: null },
  },
  {
    name: 'DeepSeek',
    vendor: 'DeepSeek',
    domains: ['deepseek.com', 'chat.deepseek.com'],
    training: { answer: 'yes', source: 'https://watch.q16pbc.com/', dated: null },
  },
  {
    name: 'Le Chat',
    vendor: 'Mistral AI',
    domains: ['mistral.ai', 'chat.mistral.ai'],
    words: ['Mistral AI', 'Le Chat'],
    whole: ['Mistral'],
  },
  { name: 'Poe', vendor: 'Quora', domains: ['poe.com'], whole: ['Poe'] },
  { name: 'You.com', vendor: 'You.com', domains: ['you.com'] },
  { name: 'Manus', vendor: 'Butterfly Effect', domains: ['manus.im'], words: ['Manus AI'], whole: ['Manus'] },
  { name: 'Genspark', vendor: 'Mainfunc', domains: ['genspark.ai'] },
  { name: 'Pi', vendor: 'Inflection AI', domains: ['pi.ai', 'inflection.ai'], whole: ['Pi'] },
]);
