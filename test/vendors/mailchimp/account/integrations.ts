import { type Plan, planted } from '#scanner/example/planted.js';

/** An app that somebody linked to the account. */
interface LinkedApp extends Plan {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  /** User names of those who linked it. */
  readonly users: readonly string[];
}

/** A shop or website that sends its customers here. */
interface LinkedSite extends Plan {
  readonly id: string;
  readonly domain: string;
  readonly platform: string;
}

/** An address that is told of every change. Only its host may be kept: what follows is a secret. */
interface Webhook extends Plan {
  readonly id: string;
  readonly url: string;
  readonly isEnabled: boolean;
}

/** No export tells of these: they are planted for connections only. */
export const LINKED_APPS: readonly LinkedApp[] = [
  {
    id: 118_003,
    name: 'Zapier',
    description: 'Connect Mailchimp with thousands of apps.',
    users: ['sweetcrumb', 'lena.ortiz'],
    // The policy names it for the office alone.
    planted: [planted('app.undeclared', 'newsletter', 'Zapier', 'medium')],
  },
  {
    id: 245_117,
    name: 'Dough Scheduler',
    description: '',
    users: ['jo.marsh'],
    // Its vendor is reported once, wherever the app is found.
    planted: [planted('app.undeclared', 'newsletter', 'Dough Scheduler', 'medium')],
  },
];

export const LINKED_SITES: readonly LinkedSite[] = [
  {
    id: 'a180c384d7db88b',
    domain: 'shop.sweetcrumb.example',
    platform: 'woocommerce',
    // The site is the bakery's own; what runs the shop on it is not, and nobody named it.
    planted: [
      planted('app.undeclared', 'newsletter', 'woocommerce', 'medium'),
      planted('vendor.unvetted', null, 'WooCommerce', 'high'),
    ],
  },
];

/** Of the bakery's own audience. */
export const WEBHOOKS: readonly Webhook[] = [
  {
    id: '5d9a5e3f7b',
    url: 'https://hooks.loyalloaf.example/mailchimp/9f3bc21d?key=not-to-be-kept',
    isEnabled: true,
    planted: [
      planted('app.undeclared', 'newsletter', 'Webhook to hooks.loyalloaf.example', 'medium'),
      planted('vendor.unvetted', null, 'Webhook to hooks.loyalloaf.example', 'high'),
    ],
  },
];

/** Told when a batch of changes is done. */
export const BATCH_WEBHOOKS: readonly Webhook[] = [
  {
    id: 'b3e01f7a92',
    url: 'https://old.loyalloaf.example/batches?key=not-to-be-kept',
    isEnabled: false,
    nearMiss: 'switched off',
  },
];
