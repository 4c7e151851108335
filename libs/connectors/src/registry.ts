import type { CapabilitySheet } from './contract/connector.js';
import type { Capability } from './contract/fact.js';
import type { VendorConnector } from './contract/vendor-connector.js';
import { googleWorkspaceConnector } from './google-workspace/google-workspace.connector.js';
import { hubspotConnector } from './hubspot/hubspot.connector.js';
import { mailchimpConnector } from './mailchimp/mailchimp.connector.js';
import { quickbooksConnector } from './quickbooks/quickbooks.connector.js';

/** A tool that is read over the network, whatever it can give. */
export type AnyVendorConnector = Omit<VendorConnector<Capability>, 'capabilities'> & {
  readonly capabilities: Readonly<Partial<Record<Capability, CapabilitySheet>>>;
};

/** Every tool that Plumbline can log in to, in the order in which they are offered. */
export const vendorConnectors: readonly AnyVendorConnector[] = [
  hubspotConnector,
  mailchimpConnector,
  quickbooksConnector,
  googleWorkspaceConnector,
];
