import { DATA_CENTRE } from '../mailchimp-ids.js';

/** Where something leads, as Mailchimp adds to everything. */
export interface Link {
  readonly rel: string;
  readonly href: string;
  readonly method: 'GET';
  readonly targetSchema: string;
}

/** To itself, and to what it belongs to. `path` below the interface's root: "/lists/a1/members". */
export function linksTo(path: string, schema: string): readonly Link[] {
  return [
    link('self', path, schema),
    link('parent', path.slice(0, Math.max(path.lastIndexOf('/'), 0)), 'CollectionResponse.json'),
  ];
}

function link(rel: string, path: string, schema: string): Link {
  return {
    rel,
    href: `https://${DATA_CENTRE}.api.mailchimp.com/3.0${path}`,
    method: 'GET',
    targetSchema: `https://${DATA_CENTRE}.api.mailchimp.com/schema/3.0/Definitions/${schema}`,
  };
}
