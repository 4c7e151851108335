import { ofKind } from '../ai-app.js';

export const emailAndCalendarApps = ofKind('e-mail and calendar', [
  { name: 'Superhuman', vendor: 'Superhuman', domains: ['superhuman.com'] },
  { name: 'Shortwave', vendor: 'Shortwave', domains: ['shortwave.com'], whole: ['Shortwave'] },
  { name: 'Fyxer AI', vendor: 'Fyxer', domains: ['fyxer.com', 'fyxer.ai'], words: ['Fyxer', 'Fyxer AI'] },
  {
    name: 'Lavender',
    vendor: 'Lavender',
    domains: ['lavender.ai'],
    words: ['Lavender.ai'],
    whole: ['Lavender'],
  },
  { name: 'Ellie', vendor: 'Ellie', domains: ['ellieai.com'], whole: ['Ellie'] },
  { name: 'Gmelius', vendor: 'Gmelius', domains: ['gmelius.com'] },
  { name: 'Inbox Zero', vendor: 'Inbox Zero', domains: ['getinboxzero.com'], whole: ['Inbox Zero'] },
  {
    name: 'Reclaim.ai',
    vendor: 'Reclaim',
    domains: ['reclaim.ai'],
    words: ['Reclaim.ai', 'Reclaim AI'],
    whole: ['Reclaim'],
  },
  { name: 'Motion', vendor: 'Motion', domains: ['usemotion.com'], whole: ['Motion'] },
  { name: 'Clockwise', vendor: 'Clockwise', domains: ['getclockwise.com'], whole: ['Clockwise'] },
  { name: 'Lindy', vendor: 'Lindy AI', domains: ['lindy.ai'], words: ['Lindy AI'], whole: ['Lindy'] },
  { name: 'Calendly AI', vendor: 'Calendly', domains: ['calendly.com'] },
]);
