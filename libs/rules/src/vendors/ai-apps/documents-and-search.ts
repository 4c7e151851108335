import { ofKind } from '../ai-app.js';

export const documentsAndSearchApps = ofKind('documents and search', [
  {
    name: 'Notion AI',
    vendor: 'Notion',
    domains: ['notion.so', 'notion.com', 'notion.site'],
    training: {
      answer: 'no',
      source: 'https://www.productionai.institute/ai-data-use/notion-ai',
      dated: null,
    },
  },
  {
    name: 'Slack AI',
    vendor: 'Slack',
    domains: ['slack.com'],
    training: { answer: 'no', source: 'https://www.productionai.institute/ai-data-use', dated: null },
  },
  { name: 'Glean', vendor: 'Glean', domains: ['glean.com'], words: ['Glean.com'], whole: ['Glean'] },
  { name: 'Dropbox Dash', vendor: 'Dropbox', domains: ['dropbox.com', 'dash.ai'] },
  { name: 'Mem', vendor: 'Mem Labs', domains: ['mem.ai'], words: ['Mem.ai'], whole: ['Mem'] },
  { name: 'ClickUp AI', vendor: 'ClickUp', domains: ['clickup.com'] },
  { name: 'Airtable AI', vendor: 'Airtable', domains: ['airtable.com'] },
  { name: 'monday AI', vendor: 'monday.com', domains: ['monday.com'] },
  { name: 'Coda AI', vendor: 'Coda', domains: ['coda.io'] },
  { name: 'Asana AI', vendor: 'Asana', domains: ['asana.com'] },
  { name: 'Box AI', vendor: 'Box', domains: ['box.com'] },
  { name: 'Adobe Acrobat AI Assistant', vendor: 'Adobe', domains: ['adobe.com', 'acrobat.adobe.com'] },
  { name: 'ChatPDF', vendor: 'ChatPDF', domains: ['chatpdf.com'] },
  { name: 'Humata', vendor: 'Humata', domains: ['humata.ai'] },
]);
