import type { InventoryFile, SystemInventory } from '../../engine/inventory.js';
import type { Rule } from '../../engine/rule.js';
import { claimedSystems, wholeResource } from '../reading.js';
import { inSentence, listed, people, systemName } from '../wording.js';

/** A file that looks like a list of customers, and that people outside of the business can open. */
export const accessPublicFile: Rule = {
  id: 'access.public-file',
  title: 'List of customers that outsiders can open',
  severity: 'high',
  needs: ['files'],
  *evaluate({ inventory }) {
    for (const system of claimedSystems(inventory)) {
      for (const file of system.sharedFiles ?? []) {
        if (file.looksLike !== 'customer list') continue;
        const who = whoCanOpen(file);
        yield {
          ...aboutFile(system, file),
          title: `${who} can open a file in ${systemName(system)} that looks like a list of customers`,
          message: `${whyWeThinkSo(file)} Whoever can open it can copy it, and nobody would notice.`,
          remedy: `Open ${file.link}, press Share, and take away everybody who is not from your business. If it must be shared, share a copy that holds only what they need, or accept this finding with the reason.`,
        };
      }
    }
  },
  /** Shared still, but its first row was not read this time: it may be the same list (law 2). */
  isSilentOn({ system, objectId }, { inventory }) {
    const here = inventory.systems.find((one) => one.system === system);
    return (
      here?.sharedFiles?.some(({ id, looksLike }) => id === objectId && looksLike === 'not known') ?? false
    );
  },
};

/** Everything of a finding about a file but its words. Its title is nobody's business here (law 1). */
function aboutFile(
  { system, connector, account }: SystemInventory,
  { id, link, sharedWith, outsideDomains, outsidePeople, categories, recognisedBy }: InventoryFile,
) {
  return {
    system,
    connector,
    account,
    objectType: 'file',
    objectId: id,
    subject: link,
    readFrom: [wholeResource(system, 'files')],
    evidence: {
      link,
      shared_with: sharedWith,
      outside_domains: outsideDomains,
      outside_people: outsidePeople,
      recognised_by: recognisedBy,
      categories,
    },
    content: { sharedWith, outsideDomains },
  };
}

function whoCanOpen({ sharedWith, outsideDomains, outsidePeople }: InventoryFile): string {
  switch (sharedWith) {
    case 'anyone':
      return 'Anybody on the internet';
    case 'anyone with the link':
      return 'Anybody who has the link';
    case 'another organization':
      return `Everybody at ${listed(outsideDomains)}`;
    default:
      return `${people(outsidePeople)} outside your business (${listed(outsideDomains)})`;
  }
}

function whyWeThinkSo({ recognisedBy, categories }: InventoryFile): string {
  return recognisedBy === 'first row'
    ? `By its first row it holds ${listed(categories.map(inSentence))}; what stands below was not read.`
    : 'Its name says so; what stands in it was not read.';
}
