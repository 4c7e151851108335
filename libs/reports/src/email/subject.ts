import { shortened } from './shortened.js';

/** Mail programs show about seventy characters; servers refuse lines of a thousand bytes. */
const LONGEST_NAME = 120;

/** "2 new, 1 fixed: Plumbline for Sweet Crumb Bakery", on one line whatever the name is made of. */
export function subjectOf(news: string, organization: string): string {
  return `${news}: Plumbline for ${shortened(organization, LONGEST_NAME)}`;
}
