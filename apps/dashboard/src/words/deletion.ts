export const deletionWords = {
  title: 'Delete this organization',
  lead: 'When you stop using Plumbline for this business. Nothing of it is left here then.',
  exampleLead: 'When you have seen enough of the example. You can scan it anew at any time.',
  ownerOnly: 'Only an owner can delete it.',
  begin: 'Delete this organization …',
  question: (name: string) => `Delete ${name}?`,
  what: 'Everything that Plumbline keeps of it goes at once and for good: findings with their history, the policy in every version, scans, reports, the log of who did what, and who may sign in here. Other organizations stay as they are.',
  tools: 'In your tools nothing changes but one thing: they are told that Plumbline may not log in any more.',
  stays:
    'What Plumbline did not make stays: exports in folders of your own, backups, and mails that were sent.',
  example: 'This bakery is invented, so nothing of value is lost. Your own organizations stay as they are.',
  type: 'Type its name, so that it does not happen by mistake',
  delete: 'Delete it for good',
  keep: 'Keep it',
  deleted: 'It is deleted',
  byHandLead:
    'One thing is left to do. These tools could not be told, so take the logins back there yourself:',
  byHand: (name: string, how: string) => `${name}: ${how}`,
  noWay: 'look in the tool for what may log in, and remove Plumbline.',
  goOn: 'Go on',
  hint: 'Delete it when you have seen enough.',
};
