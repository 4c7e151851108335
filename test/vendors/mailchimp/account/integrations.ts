/** An app that somebody linked to the account. */
export interface LinkedApp {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  /** User names of those who linked it. */
  readonly users: readonly string[];
}

/** A shop or website that sends its customers here. */
export interface LinkedSite {
  readonly id: string;
  readonly domain: string;
  readonly platform: string;
}

/** An address that is told of every change in an audience. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
}

export const LINKED_APPS: readonly LinkedApp[] = [];
export const LINKED_SITES: readonly LinkedSite[] = [];
export const WEBHOOKS: readonly Webhook[] = [];
export const BATCH_WEBHOOKS: readonly (Webhook & { readonly isEnabled: boolean })[] = [];
