import { hubspotContactFields } from '#connectors/kit/vendor-fields/hubspot-contact.js';
import { options, ownProperty, type PropertyDefinition, type PropertyOption } from './property.js';

/** The properties that HubSpot itself defines for contacts: names and types as one account had them. */
export function defaultContactProperties(): readonly PropertyDefinition[] {
  return [
    ...hubspotContactFields.map(({ name, label, type }) => {
      const isOfUsers = OF_USERS.has(name);
      return ownProperty({
        name,
        label,
        type,
        ...(FIELD_TYPES.has(name) ? { fieldType: FIELD_TYPES.get(name) ?? '' } : {}),
        groupName: groupOf(name),
        // Nobody sees them on a record; they hold data all the same.
        hidden: HIDDEN.has(name),
        externalOptions: isOfUsers,
        ...(isOfUsers ? { referencedObjectType: 'OWNER' } : {}),
        ...(OPTIONS[name] === undefined ? {} : { options: OPTIONS[name] }),
      });
    }),
    ...SUBSCRIPTIONS.map(([id, name]) =>
      ownProperty({
        name: `hs_email_optout_${id}`,
        label: `Opted out of email: ${name}`,
        type: 'enumeration',
        fieldType: 'booleancheckbox',
        groupName: 'emailinformation',
        options: options([
          ['Yes', 'true'],
          ['No', 'false'],
        ]),
      }),
    ),
    ...STAGES.flatMap(([stage, title]) =>
      STAGE_FIELDS.map(([start, label, type]) =>
        ownProperty({
          name: `hs_v2_${start}_${stage}`,
          label: `${label} "${title} (Lifecycle Stage Pipeline)"`,
          type,
        }),
      ),
    ),
  ];
}

/** Email subscriptions of the account; the ids differ in every account. */
export const SUBSCRIPTIONS = [
  ['88120431', 'Customer Service Communication'],
  ['88120432', 'Marketing Information'],
  ['88120433', 'One to One'],
] as const;

const STAGES = [
  ['subscriber', 'Subscriber'],
  ['lead', 'Lead'],
  ['marketingqualifiedlead', 'Marketing Qualified Lead'],
  ['salesqualifiedlead', 'Sales Qualified Lead'],
  ['opportunity', 'Opportunity'],
  ['customer', 'Customer'],
  ['evangelist', 'Evangelist'],
  ['other', 'Other'],
] as const;

/** A set of these for every stage, also for those of an account's own. */
const STAGE_FIELDS = [
  ['date_entered', 'Date entered', 'datetime'],
  ['date_exited', 'Date exited', 'datetime'],
  ['cumulative_time_in', 'Cumulative time in', 'number'],
  ['latest_time_in', 'Latest time in', 'number'],
] as const;

const HIDDEN = new Set(['hs_testpurge', 'hs_testrollback', 'hs_quarantined_emails', 'hs_is_contact']);
const OF_USERS = new Set([
  'hubspot_owner_id',
  'hs_all_owner_ids',
  'hs_created_by_user_id',
  'hs_updated_by_user_id',
]);

const OPTIONS: Readonly<Record<string, readonly PropertyOption[]>> = {
  hs_legal_basis: options(
    [
      'Legitimate interest – prospect/lead',
      'Legitimate interest – existing customer',
      'Legitimate interest - other',
      'Performance of a contract',
      'Freely given consent from contact',
      'Not applicable',
    ].map((basis) => [basis, basis] as const),
  ),
  hs_marketable_status: options([
    ['Marketing contact', 'true'],
    ['Non-marketing contact', 'false'],
  ]),
  hs_lead_status: options(
    [
      'NEW',
      'OPEN',
      'IN_PROGRESS',
      'OPEN_DEAL',
      'UNQUALIFIED',
      'ATTEMPTED_TO_CONTACT',
      'CONNECTED',
      'BAD_TIMING',
    ].map((status) => [status, status] as const),
  ),
  lifecyclestage: options(STAGES.map(([stage, title]) => [title, stage] as const)),
  hs_language: options([
    ['English', 'en'],
    ['Spanish', 'es'],
  ]),
};

/** Where the form of a property is not the usual one of its type. */
const FIELD_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    calculation_rollup:
      'hs_associated_target_accounts hs_has_active_subscription hs_first_subscription_create_date hs_feedback_last_ces_survey_follow_up hs_feedback_last_ces_survey_date hs_feedback_last_ces_survey_rating hs_feedback_last_csat_survey_follow_up hs_feedback_last_csat_survey_date hs_feedback_last_csat_survey_rating hs_latest_disqualified_lead_date hs_latest_open_lead_date hs_latest_qualified_lead_date hs_latest_subscription_create_date hs_prospecting_agent_actively_enrolled_count hs_prospecting_agent_last_enrolled hs_prospecting_agent_total_enrolled_count',
    checkbox:
      'hs_all_assigned_business_unit_ids hs_buying_role hs_legal_basis hs_merged_object_ids hs_owning_teams hs_shared_team_ids hs_shared_user_ids hs_user_ids_of_all_notification_followers hs_user_ids_of_all_notification_unfollowers hs_user_ids_of_all_owners',
    booleancheckbox:
      'hs_linkedin_ad_clicked hs_clicked_linkedin_ad currentlyinworkflow hs_marketable_status hs_marketable_until_renewal',
    radio:
      'hs_predictivescoringtier hs_customer_agent_lead_status hs_email_hard_bounce_reason_enum hs_journey_stage hs_predictivecontactscorebucket hs_lead_status lifecyclestage hs_email_optout_survey_reason',
    calculation_equation:
      'hs_is_unworked hs_count_is_worked hs_count_is_unworked hs_currently_enrolled_in_prospecting_agent hs_full_name_or_email hs_membership_has_accessed_private_content hs_registered_member hs_time_between_contact_creation_and_deal_close hs_time_between_contact_creation_and_deal_creation hs_time_to_move_from_lead_to_customer hs_time_to_move_from_marketingqualifiedlead_to_customer hs_time_to_move_from_opportunity_to_customer hs_time_to_move_from_salesqualifiedlead_to_customer hs_time_to_move_from_subscriber_to_customer',
    phonenumber: 'fax mobilephone phone hs_whatsapp_phone_number',
    calculation_score: 'hubspotscore',
    calculation_read_time: 'hs_is_contact',
    textarea: 'hs_content_membership_notes message hs_quarantined_emails',
  }).flatMap(([fieldType, names]) => names.split(' ').map((name) => [name, fieldType] as const)),
);

function groupOf(name: string): string {
  if (name.startsWith('hs_analytics')) return 'analyticsinformation';
  if (name.startsWith('hs_email')) return 'emailinformation';
  if (name.startsWith('hs_social')) return 'socialmediainformation';
  return name.includes('conversion') ? 'conversioninformation' : 'contactinformation';
}
