import { ReadRefusedError } from '../contract/error.js';
import { type Audience, AudiencePage } from './audience.schema.js';
import type { MailchimpApi } from './mailchimp-api.js';
import { readWholeList, type WholeList } from './whole-list.js';

const FIELDS = ['id', 'web_id', 'name', 'date_created', 'double_optin', 'marketing_permissions'];

/** All audiences of the account, the oldest first; none, with the reason, where they can not be read. */
export async function readAudiences(api: MailchimpApi): Promise<WholeList<Audience>> {
  try {
    return await readWholeList(api, {
      path: '/lists',
      query: {
        fields: [...FIELDS.map((field) => `lists.${field}`), 'total_items'],
        sort_field: 'date_created',
        sort_dir: 'ASC',
      },
      shape: AudiencePage,
      itemsOf: ({ lists }) => lists,
      keyOf: ({ id }) => id,
    });
  } catch (error) {
    if (error instanceof ReadRefusedError) return { items: [], shortfall: error.refusal };
    throw error;
  }
}
