/** Who must act when something could not be done (law 8). */
export type Actor = 'user' | 'vendor' | 'us';
