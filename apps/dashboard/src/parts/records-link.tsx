import { useOrganization } from '../shell/organization.js';
import { type ListableRule, recordsWords as words } from '../words/records.js';
import { LinkButton } from './link-button.js';
import { addressOfRecords } from './records-address.js';

/** Leads an owner to the records behind a count; who is none sees nothing here, and is told why beside it. */
export function RecordsLink({
  rule,
  system,
  subject,
  label,
}: {
  rule: ListableRule;
  system: string;
  subject: string | null;
  /** What they are of, where several such links stand on a page. */
  label?: string;
}) {
  const { id, role } = useOrganization();
  if (role !== 'owner') return null;
  return (
    <LinkButton
      to={addressOfRecords(id, { rule, system, subject })}
      variant="default"
      size="compact-sm"
      {...(label !== undefined && { 'aria-label': words.showOf(label) })}
    >
      {words.show}
    </LinkButton>
  );
}
