import type { Vendors } from '../start-vendors.js';

interface Listed {
  readonly lists: readonly { readonly id: string }[];
  readonly categories: readonly { readonly id: string }[];
  readonly members: readonly { readonly id: string }[];
  readonly apps: readonly { readonly id: number }[];
}

const OF_AN_AUDIENCE = [
  '',
  '?include_total_contacts=true',
  '/members?count=5&status=subscribed&sort_field=last_changed&sort_dir=ASC',
  '/members?status=archived&since_last_changed=2020-01-01T00:00:00%2B00:00',
  '/members?status=unsubscribed&fields=members.merge_fields.FNAME,members.location.latitude,total_items',
  '/members?exclude_fields=members._links,_links',
  '/members?count=0',
  '/merge-fields?count=1000',
  '/merge-fields/1',
  '/interest-categories',
  '/segments?type=static',
  '/tag-search?name=cake',
  '/webhooks',
] as const;

/** Asks every endpoint that the simulated Mailchimp has. Gives the status of each answer. */
export async function tourOfMailchimp({ mailchimp }: Vendors): Promise<readonly number[]> {
  const { origin } = mailchimp;
  const { access } = mailchimp.grant([]);
  const statuses: number[] = [];
  const ask = async (path: string): Promise<Listed> => {
    const answer = await fetch(`${origin}/3.0${path}`, {
      headers: { authorization: `Bearer ${access.text}` },
    });
    statuses.push(answer.status);
    return (await answer.json()) as Listed;
  };
  mailchimp.setCondition('gdpr-fields');
  for (const path of ['/', '/ping', '/connected-sites', '/batch-webhooks']) await ask(path);
  const { apps } = await ask('/authorized-apps');
  for (const { id } of apps) await ask(`/authorized-apps/${id}`);
  const { lists } = await ask('/lists?count=1000&email=nobody%40example.org&include_total_contacts=true');
  if (lists.length > 0) throw new Error('Nobody of that name is in an audience.');
  for (const { id } of (await ask('/lists?count=100')).lists) {
    for (const end of OF_AN_AUDIENCE) await ask(`/lists/${id}${end}`);
    const { members } = await ask(`/lists/${id}/members?count=2`);
    for (const member of members) {
      await ask(`/lists/${id}/members/${member.id}`);
      await ask(`/lists/${id}/members/${member.id}/tags`);
    }
    const { categories } = await ask(`/lists/${id}/interest-categories`);
    for (const category of categories) await ask(`/lists/${id}/interest-categories/${category.id}/interests`);
  }
  mailchimp.setCondition('gdpr-fields', false);
  return statuses;
}
