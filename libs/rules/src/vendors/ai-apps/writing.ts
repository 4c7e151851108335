import { ofKind } from '../ai-app.js';

export const writingApps = ofKind('writing', [
  {
    name: 'Grammarly',
    vendor: 'Grammarly',
    domains: ['grammarly.com'],
    training: {
      answer: 'by plan',
      source:
        'https://support.grammarly.com/hc/en-us/articles/25555503115277-Product-Improvement-and-Training-Control',
      dated: null,
    },
  },
  {
    name: 'Copy.ai',
    vendor: 'Copy.ai',
    domains: ['copy.ai'],
    words: ['Copy.ai', 'CopyAI'],
    training: {
      answer: 'yes',
      source: 'https://conductatlas.com/platform/copyai/copyai-privacy-policy/ai-model-training-data-use/',
      dated: null,
    },
  },
  {
    name: 'Writer',
    vendor: 'Writer',
    domains: ['writer.com'],
    words: ['Writer.com'],
    whole: ['Writer'],
  },
  {
    name: 'DeepL',
    vendor: 'DeepL',
    domains: ['deepl.com'],
  },
  {
    name: 'Jasper',
    vendor: 'Jasper AI',
    domains: ['jasper.ai'],
    words: ['Jasper AI', 'Jasper.ai'],
    whole: ['Jasper'],
  },
  { name: 'QuillBot', vendor: 'QuillBot', domains: ['quillbot.com'] },
  { name: 'Wordtune', vendor: 'AI21 Labs', domains: ['wordtune.com', 'ai21.com'] },
  { name: 'Writesonic', vendor: 'Writesonic', domains: ['writesonic.com'] },
  { name: 'Rytr', vendor: 'Copysmith', domains: ['rytr.me'] },
  { name: 'HyperWrite', vendor: 'OthersideAI', domains: ['hyperwriteai.com'] },
  { name: 'Sudowrite', vendor: 'Sudowrite', domains: ['sudowrite.com'] },
  { name: 'Compose AI', vendor: 'Compose AI', domains: ['compose.ai'] },
  { name: 'GPT for Sheets and Docs', vendor: 'Talarian', domains: ['gptforwork.com'] },
  { name: 'Text Blaze AI', vendor: 'Blaze Today', domains: ['blaze.today'] },
]);
