/** What a link that is good once lets its holder do. `and second step`: she has lost that too, so it is taken off. */
export const linkPurposes = ['set-up', 'new password', 'new password and second step', 'sign in'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];
