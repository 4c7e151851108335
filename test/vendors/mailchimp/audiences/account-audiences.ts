import type { VendorContext } from '../../core/simulated-vendor.js';
import { shortId } from '../mailchimp-ids.js';
import type { MailchimpSize } from '../mailchimp-size.js';
import { Audience } from './audience.js';
import { MemberFinder } from './find-members.js';
import { type AudienceExtras, PERMISSIONS } from './member-body.js';
import { mergeFieldsOf } from './merge-fields.js';

/** Groups of an audience that people may choose. */
export interface InterestCategory {
  readonly id: string;
  readonly title: string;
  readonly type: 'checkboxes' | 'dropdown' | 'radio' | 'hidden';
  readonly interests: readonly { readonly id: string; readonly name: string }[];
}

/** One audience with everything around it. */
export interface AccountAudience {
  readonly audience: Audience;
  readonly finder: MemberFinder;
  readonly categories: readonly InterestCategory[];
  readonly isDoubleOptIn: boolean;
  readonly extras: () => AudienceExtras;
}

/**
 * All audiences of the account. The bakery's own has no groups, since its export has none; those beyond have, and every
 * third of them has the fields for data protection, which `gdpr-fields` gives the bakery's own as well.
 */
export function accountAudiences(
  { bakery, has }: VendorContext,
  { audiences = 1, mergeFields = 0 }: Partial<MailchimpSize>,
): readonly AccountAudience[] {
  const fields = mergeFieldsOf(bakery.setting.state, mergeFields);
  const importedAt = Date.parse(`${bakery.setting.opening}T15:00:00Z`) - 3 * 86_400_000;
  return Array.from({ length: audiences }, (_, number) => {
    const audience = new Audience(bakery, number, audiences);
    const categories = number === 0 ? [] : categoriesOf(audience.id);
    const hasPermissions = (): boolean => (number === 0 ? has('gdpr-fields') : number % 3 === 0);
    return {
      audience,
      finder: new MemberFinder(audience),
      categories,
      // Whoever of the bakery's own confirmed did so by mail.
      isDoubleOptIn: number % 2 === 0,
      extras: () => ({
        mergeFields: fields,
        interests: categories.flatMap(({ interests }) => interests),
        permissions: hasPermissions() ? PERMISSIONS : [],
        changedAtOnce: has('one-import') ? importedAt : null,
      }),
    };
  });
}

function categoriesOf(listId: string): readonly InterestCategory[] {
  const category = (
    title: string,
    type: InterestCategory['type'],
    names: readonly string[],
  ): InterestCategory => ({
    id: shortId(`${listId} ${title}`),
    title,
    type,
    interests: names.map((name) => ({ id: shortId(`${listId} ${title} ${name}`), name })),
  });
  return [
    category('What do you like?', 'checkboxes', ['Bread', 'Cake', 'Gluten-free']),
    category('How often?', 'radio', ['Weekly', 'Monthly']),
  ];
}
