import { dayInWords, fromNow, instantInWords } from './dates.js';

export const webhooksWords = {
  title: 'Tell another program',
  lead: 'A webhook: after each scan in which something became new, was fixed or came back, Plumbline calls an address on the internet. Such a program can write a ticket or a chat message by itself. You need none of this to use Plumbline.',
  what: 'It is told which findings changed, how grave they are and in which tool, as ids and counts. No names, no addresses and nothing of your customers.',
  forAdmins:
    'Webhooks are for admins and owners: ask one of them if a program of yours should hear of findings.',
  none: 'No program is told.',
  made: (who: string, instant: string) => `Set up by ${who} on ${dayInWords(instant.slice(0, 10))}`,
  on: 'Switched on',
  off: 'Switched off: it is told nothing.',
  failing: (instant: string) =>
    `Nothing has arrived there since ${instantInWords(instant)}. Plumbline tries again by itself, for five days.`,
  givenUp: (instant: string) =>
    `Switched off on ${dayInWords(instant.slice(0, 10))}, because nothing had arrived for days, or the program wanted no more. Look there for what is wrong, then switch it on again.`,
  test: 'Send a test',
  switchOn: 'Switch on',
  switchOff: 'Switch off',
  deliveries: 'Last deliveries',
  hide: 'Hide them',
  remove: 'Remove',
  removeTitle: 'Remove this webhook?',
  removeLead:
    'Nothing is sent there any more, also not what waits to be sent, and its secret is deleted. It can not be brought back: a new one has another secret.',
  keep: 'Keep it',
  nothingSent: 'Nothing was sent there in the last 30 days. Send a test, and look there whether it arrives.',
  kinds: { 'drift.changed': 'What became of findings', test: 'Test' },
  states: {
    waiting: 'not arrived yet',
    delivered: 'arrived',
    given_up: 'did not arrive, and is not sent any more',
  },
  arrived: (instant: string) => fromNow(instant),
  tried: (attempts: number) =>
    attempts === 0 ? 'not tried yet' : attempts === 1 ? 'tried once' : `tried ${attempts} times`,
  next: (instant: string) => `next try ${fromNow(instant)}`,
  add: 'Add a webhook',
  address: 'Address',
  addressHint: 'The other program gives it to you. It begins with https://',
  addIt: 'Add it',
  secret:
    'Give this secret to the other program. By it, it can tell that a message is from Plumbline (standardwebhooks.com).',
};
