export const ACCESS_TOKEN_MS = 3_600_000;
/** Google says one second less than an hour. */
export const ACCESS_TOKEN_SECONDS = 3599;
/** As long as the app stands at "Testing". */
export const TESTING_MS = 7 * 86_400_000;
/** Beyond these a client's oldest refresh token of one account dies, without a word. */
export const LIVE_TOKENS = 100;
