/** How a person signed in. `link`: by the link that made her a person, or one that who has the computer made for her. */
export const waysToSignIn = ['password', 'password and code', 'sign-in service', 'link'] as const;
export type WayToSignIn = (typeof waysToSignIn)[number];
