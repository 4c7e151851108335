/** What goes by this name is in no system of the policy. */
export const UNCLAIMED = 'unclaimed';

/** By this name the findings are asked for that are in no system (OF_THE_BUSINESS of the API). */
export const OF_THE_BUSINESS = '(business)';

/** Systems, and how much was read of them. */
export const systemWords = {
  nameOf: (system: string) =>
    system === UNCLAIMED ? 'other files' : system === OF_THE_BUSINESS ? 'your business' : system,
  tool: (title: string, isSimulated: boolean) => (isSimulated ? `${title} (simulated)` : title),
  read: {
    partial: 'read in part',
    'not read': 'not read',
    'nothing to read': 'a file: no logins',
  },
  neverScanned: 'Nothing has been scanned yet',
  neverScannedStep: 'This page shows what a scan found. Connect a tool or hand over its exports, then scan.',
  toOverview: 'To the overview',
  noPolicy: 'There is no policy to compare with',
  noPolicyStep:
    'What was found is shown, but nothing can be said to be right or wrong. Write your one page first.',
};
