import { z } from 'zod';
import { connectorIds } from '#connectors/contract/fact.js';
import type { KnownNames } from './known-names.js';
import {
  category,
  categoryOrNone,
  country,
  day,
  domain,
  email,
  filePattern,
  formatVersion,
  nameOf,
  personAddress,
  term,
  text,
  timeZone,
  word,
  yesNoOrOptedOut,
  yesOrNo,
} from './policy-values.js';

/**
 * The policy file, key by key (DESIGN 4). Every key has a sentence, which editors show while somebody writes. `names`
 * are what the file itself declares, so that a reference to something else is found where it stands.
 */
export function policySchema(names: KnownNames) {
  const system = () => nameOf('a system named under `systems:`', names.systems);
  const purpose = () => nameOf('a purpose named under `purposes:`', names.purposes);
  const systems = (sentence: string) => listOf(system().describe('A name under `systems:`.'), sentence);

  const person = block('a person: `email`, and `roles` if any', {
    email: email().describe('The address the person works with.'),
    also: listOf(
      text().describe('One more address, user name or name.'),
      'Other addresses, user names or names that your tools show for the same person.',
    ).optional(),
    roles: listOf(
      nameOf('a role named under `access:`', names.roles).describe('A role of `access:`.'),
      'What the person does here; `access:` says what each role may open.',
    ).optional(),
    since: day().describe('The day the person started, from which the first training is due.').optional(),
  });

  const oneSystem = block('a tool: `connector`, and `purposes` if any', {
    connector: word(connectorIds).describe('The kind of tool; `exports` for files of any other origin.'),
    purposes: listOf(
      purpose().describe('A name under `purposes:`.'),
      'What this tool is used for; data collected for other purposes is reported here.',
    ).optional(),
    files: listOf(
      filePattern().describe('A file or pattern such as `drive/*.xlsx`; `!old/**` keeps files out.'),
      'Files of the exports folder that belong to this tool, besides those that are recognised by themselves.',
    ).optional(),
    connection: text()
      .describe('Which connected account this is, where you have several of one tool.')
      .optional(),
  });

  const onePurpose = block('a purpose: `why`', {
    why: text().describe(
      'The purpose in plain words, as a customer would read it: "to take and deliver orders".',
    ),
    basis: word([
      'consent',
      'contract',
      'legal_obligation',
      'legitimate_interests',
      'public_task',
      'vital_interests',
    ])
      .describe('What allows it in law.')
      .optional(),
  });

  const data = block('a kind of data: `category`, `for` and `in`', {
    category: category().describe(
      'A kind of personal data; a key covers the keys below it, but never sensitive ones.',
    ),
    for: listOf(purpose().describe('A name under `purposes:`.'), 'Why you keep it.').optional(),
    in: listOf(system().describe('A name under `systems:`.'), 'The systems that may hold it.', 1),
    fields: blockOf(
      listOf(
        text().describe('Name or label of a field.'),
        'The only fields that may hold it in this system.',
      ),
      'Fields by system: in the systems named here only these fields may hold it, and no others.',
    ).optional(),
  });

  const classification = block('a word on a field: `system`, `field` and `category`', {
    system: system().describe('The system the field is in.'),
    object: text()
      .describe('The kind of record it belongs to, such as contact; all if you leave it out.')
      .optional(),
    field: text().describe('Name or label of the field.'),
    category: categoryOrNone().describe('What the field holds; `none` if it is nothing about a person.'),
  });

  const access = block('what a role may open: `role` and `systems`', {
    role: text().describe('A role that people have under `people:`; `everyone` is all of them.'),
    systems: blockOf(
      word(['viewer', 'member', 'admin']).describe(
        'viewer reads, member works, admin changes settings and people.',
      ),
      'The most that this role may have in each system.',
    ),
  });

  const app = block('an app: `name`', {
    name: text().describe('The name as your tools show it.'),
    client_id: text()
      .describe('The id your tools show for it; without one the app is known by its name only.')
      .optional(),
    vendor: text().describe('Who makes it.').optional(),
    systems: systems('The systems it may reach.').optional(),
    scopes: listOf(
      text().describe('A right such as `drive.readonly`.'),
      'The rights it may have; an empty list allows signing in only.',
    ).optional(),
  });

  const retention = block('how long: `subjects`, `keep` and `after`', {
    subjects: word(['customers', 'leads']).describe('Customers have bought something; leads have not.'),
    keep: term().describe('How long their data is kept.'),
    after: word(['last_purchase', 'last_activity']).describe('What the time counts from.'),
    longer: listOf(
      block('an exception: `system`, `keep` and `because`', {
        system: system().describe('The system where it is kept for longer.'),
        keep: term().describe('How long it is kept there.'),
        because: text().describe('Why: "tax records".'),
      }),
      'Systems that keep it for longer, and why.',
    ).optional(),
  });

  const consent = block('a consent: `purpose`, `in` and `requires`', {
    purpose: purpose().describe('The purpose people have to agree to.'),
    in: listOf(system().describe('A name under `systems:`.'), 'The systems that reach people for it.', 1),
    requires: word(['opt_in_timestamp', 'double_opt_in', 'legal_basis']).describe(
      'The proof there has to be.',
    ),
    evidence: blockOf(
      text().describe('Name of the field.'),
      'The field that holds the proof, by system, where the tool has none of its own.',
    ).optional(),
  });

  const vendor = block('a vendor: `name`', {
    name: text().describe('The company as it calls itself.'),
    systems: systems('The systems it provides.').optional(),
    vetted: day().describe('The day you last checked it.').optional(),
    vet_every: term().describe('How often you check it again.').optional(),
    answers: block('answers: `data_stays_ours`, `trains_shared_ai` ...', {
      data_stays_ours: yesOrNo().describe('Does your data stay yours?').optional(),
      trains_shared_ai: yesNoOrOptedOut()
        .describe('Does it train AI that others use on your data? `opted_out` needs the day.')
        .optional(),
      opted_out_on: day().describe('The day you opted out of AI training.').optional(),
      shares_aggregated_data: yesOrNo()
        .describe('Does it pass on data about many customers together?')
        .optional(),
      deletion_on_request: yesOrNo().describe('Does it delete data when you ask?').optional(),
    })
      .describe('What it answered to your questions.')
      .optional(),
    evidence: text().describe('Where the answers stand: a link or a file.').optional(),
    dpa: block('an agreement: `signed` and `expires`', {
      signed: day().describe('The day it was signed.').optional(),
      expires: day().describe('The day it ends, if it does.').optional(),
    })
      .describe('The data processing agreement.')
      .optional(),
    country: country().describe('Where it keeps the data.').optional(),
    transfer: text()
      .describe('What allows data to leave your country: "standard contractual clauses".')
      .optional(),
  });

  return block('a policy: `plumbline: 1`, then `organization:`, `systems:`, `data:` ...', {
    plumbline: formatVersion().describe('The version of this format.'),
    organization: text('the name of your business').describe('The name of your business.'),
    owner: email().describe('Who answers for this policy and decides on exceptions.').optional(),
    country: country().describe('Your country; tells how dates and phone numbers are written.').optional(),
    time_zone: timeZone()
      .describe('Your time zone; tells which day is today. UTC if you leave it out.')
      .optional(),
    domains: listOf(
      domain(),
      'Your own e-mail domains: addresses there are staff, not customers.',
    ).optional(),
    reviewed: day().describe('The day this policy was last reviewed.').optional(),
    review_every: term().describe('How often it is reviewed.').optional(),
    audit: block('an audit: `every` and `last`', {
      every: term().describe('How often you go through the whole of it.'),
      last: day().describe('The day of the last one.').optional(),
    })
      .describe('The regular audit.')
      .optional(),
    access_rules: block('rules: `inactive_after`', {
      inactive_after: term()
        .describe(
          'After this time without a login, access is reported as unused; 90 days if you leave it out.',
        )
        .optional(),
    })
      .describe('Rules for everybody who can log in.')
      .optional(),
    people: listOf(person, 'Everybody who works with customer data.').optional(),
    systems: blockOf(oneSystem, 'The tools where customer data may live, each under a name of your choice.'),
    purposes: blockOf(
      onePurpose,
      'What you use customer data for, each under a name of your choice.',
    ).optional(),
    data: listOf(data, 'The customer data you keep, why, and where.'),
    classify: listOf(
      classification,
      'Your word on what a field holds, where the machine is wrong.',
    ).optional(),
    access: listOf(access, 'Who may open what, by role.').optional(),
    apps: listOf(app, 'Apps that may reach your tools.').optional(),
    retention: listOf(retention, 'How long customer data is kept.').optional(),
    consent: listOf(consent, 'What people have to agree to, and the proof of it.').optional(),
    erasures: text()
      .describe('A file of people who asked to be deleted: columns email and/or phone, and date.')
      .optional(),
    vendors: listOf(
      vendor,
      'The companies behind your tools and apps, and what you know of them.',
    ).optional(),
    training: block('training: `every` and `sessions`', {
      every: term().describe('How often everybody is trained.'),
      sessions: listOf(
        block('a session: `held` and `attended`', {
          held: day().describe('The day of the training.'),
          attended: listOf(
            personAddress(names.people).describe('An address under `people:`.'),
            'Who was there.',
          ),
        }),
        'The trainings so far.',
      ).optional(),
    })
      .describe('Training in handling customer data.')
      .optional(),
    controller: block('who answers in law: `name`', {
      name: text().describe('The legal name of the business.'),
      address: text().describe('Its postal address.').optional(),
      email: email().describe('Where people write to about their data.').optional(),
    })
      .describe('Who answers for the data in law.')
      .optional(),
    subjects: listOf(
      text().describe('A group such as "customers".'),
      'Whose data you keep: customers, newsletter readers ...',
    ).optional(),
    security: listOf(
      text().describe('One measure.'),
      'How the data is kept safe, one measure each.',
    ).optional(),
  }).meta({
    title: 'Plumbline policy',
    description:
      'The Data Usage Policy of a small business: what customer data it keeps, why, where, who may see it, how long.',
  });
}

function block<const S extends z.ZodRawShape>(expected: string, shape: S) {
  return z.strictObject(shape, { error: expected });
}

function blockOf<T extends z.ZodType>(each: T, sentence: string) {
  return z
    .record(z.string(), each, { error: 'a block of names, each with ":" behind it' })
    .describe(sentence);
}

function listOf<T extends z.ZodType>(each: T, sentence: string, atLeast = 0) {
  const list = z.array(each, { error: 'a list: lines that start with "- ", or [one, two]' });
  return (atLeast > 0 ? list.min(atLeast, { error: 'at least one entry' }) : list).describe(sentence);
}
