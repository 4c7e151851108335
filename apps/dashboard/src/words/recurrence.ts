/** 1 (Monday) to 7, in the reader's language. */
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' });

/** "Monday", for 1. */
export const dayOfWeek = (day: number): string => weekday.format(new Date(Date.UTC(2024, 0, day)));

export const daysOfWeek = [1, 2, 3, 4, 5, 6, 7];
