/** What is said when something can not be shown or done. */
export const problemWords = {
  noAnswer: 'Plumbline does not answer.',
  noAnswerStep: 'Is it still running on its computer? Try again in a moment.',
  again: 'Try again',
  loading: 'One moment …',
  noPermissionStep: 'Ask an owner of your organization, if you need it.',
  notThere: 'There is nothing here.',
  notThereStep: 'It may have been removed, or it belongs to an organization that you do not belong to.',
  toOverview: 'To the overview',
  viewerOnly: 'You may look at everything here. Deciding is for admins and owners.',
};
