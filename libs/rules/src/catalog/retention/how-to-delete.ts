import type { ConnectorId } from '#connectors/contract/fact.js';
import type { SystemInventory } from '../../engine/inventory.js';
import type { Tally } from '../../engine/measures.js';
import type { RuleId } from '../../engine/rule-id.js';
import { whichRecords } from '../which-records.js';

/** Who unsubscribed must never be mailed again, and who is deleted is soon imported again by mistake. */
const STEPS: Readonly<Record<ConnectorId, string>> = {
  hubspot:
    'In HubSpot, look them up by their record id and choose Delete > Permanently delete. HubSpot then keeps a note of the address alone, so that nobody who opted out is mailed again.',
  mailchimp:
    'In Mailchimp, choose Permanently delete for them; archiving keeps the whole profile. Mailchimp then refuses to import the address again. For people who only unsubscribed, this keeps them off the list without the profile.',
  quickbooks:
    'QuickBooks can not delete a customer who ever had a sale. Clear name, e-mail, phone, addresses and notes on the customer, then make the customer inactive; the amounts stay for your accountant.',
  'google-workspace': 'In Google Contacts, delete them and empty the trash.',
  exports:
    'Delete these rows in the file, or in the tool that it came from. Where somebody opted out, keep the address alone on a do-not-mail list, without the rest.',
};

/** The step that removes records from a tool, and how to keep what must be kept: that somebody does not want mail. */
export function howToDelete(
  rule: RuleId,
  system: Pick<SystemInventory, 'system' | 'connector'>,
  tally: Tally,
): string {
  return `${whichRecords(rule, system, tally)}${STEPS[system.connector]}`;
}
