/** How a person signed in. `link`: by the link that made her a person. */
export const waysToSignIn = ['password', 'password and code', 'sign-in service', 'link'] as const;
export type WayToSignIn = (typeof waysToSignIn)[number];
