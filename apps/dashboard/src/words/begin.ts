export const beginWords = {
  title: 'Your first scan',
  lead: 'A scan compares what is in your tools with one page on which you say what may be there. It takes a minute or two. How do you want to begin?',
  example: 'Try it with the example',
  exampleLead:
    'See how it looks before you connect anything: an invented bakery with invented customers, its own page, and things gone wrong on purpose. It stands beside your own business and is never mixed with it.',
  exampleGo: 'Scan the example',
  exports: 'Drop your exports',
  exportsLead:
    'Download the lists that your tools offer, and drop the files here. Nothing is connected, and the files are kept in memory only until they are read.',
  exportsGo: 'To the exports',
  connect: 'Connect a tool',
  connectLead:
    'Plumbline logs in to HubSpot, Mailchimp, QuickBooks or Google Workspace, to look and never to change. It takes about ten minutes a tool. Then it scans when you ask, or by a schedule that you set.',
  connectGo: 'To the connections',
  viewer: 'Nothing has been scanned yet. Beginning is for admins and owners.',

  pageTitle: 'One page first',
  pageLead:
    'A scan compares your tools with your policy, and there is none yet. Begin with a page that names your tools and allows nothing: the first scan then lists all that is there, and you decide from that list what may stay.',
  tools: 'Which of these do you use?',
  systems: {
    hubspot: 'HubSpot, as crm',
    mailchimp: 'Mailchimp, as newsletter',
    quickbooks: 'QuickBooks, as books',
    'google-workspace': 'Google Workspace, as office',
  },
  pageGo: 'Save this page and scan',
  note: 'The first page: it names the tools.',
};
