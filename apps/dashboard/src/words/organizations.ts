import { counted } from './counted.js';
import { dueInWords, fromNow } from './dates.js';

export const organizationsWords = {
  title: 'Your organizations',
  lead: 'Each that you belong to, and how it stands. Start with what could not be read: nothing there counts as fine.',
  name: 'Organization',
  drift: 'Open drift',
  unread: 'Not fully read',
  last: 'Last scan',
  next: 'Next scan',
  none: 'Begin with a business',
  noneLead:
    'You belong to no organization just now. Make one for your business, or look at the example first.',
  noneStep:
    'Is somebody else’s business in Plumbline already? Ask its owner to invite you, and open the link that you get.',
  own: 'Your own business',
  ownLead: 'It begins empty, with a first scan. Its name stays, and must be the one in its policy.',
  noDrift: 'Nothing differs',
  nothingKnown: 'Nothing can be said yet',
  onlyRead: 'Nothing differs in what was read',
  noPolicy: 'no policy yet',
  allRead: (untold: number) =>
    untold === 0
      ? 'All of it was read'
      : `Read, but for ${counted(untold, 'thing')} that tools tell no program`,
  tools: (count: number) => counted(count, 'tool'),
  never: 'never',
  ago: (instant: string) => fromNow(instant),
  due: (instant: string) => dueInWords(instant),
  notPlanned: 'not planned',
  role: { owner: 'You own it', admin: 'You decide here', viewer: 'You look on' },
  add: 'Another organization',
  addLead: 'For each business that you look after. Its name stays, and must be the one in its policy.',
  newName: 'Name of the business',
  make: 'Make it',
};
