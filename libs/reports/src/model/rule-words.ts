import type { ConnectorId } from '#connectors/contract/fact.js';
import type { RuleId } from '#rules/engine/rule-id.js';
import { toolOf } from '#rules/vendors/tools.js';

/** What a report says once for all findings of a rule; what is particular to one stands in the finding itself. */
export interface RuleWords {
  readonly heading: string;
  readonly why: string;
  readonly step: string;
}

type Screen = keyof typeof SCREENS;

/** How a screen of a tool is pointed at. */
const SCREENS = {
  usersScreen: 'Logins are',
  fieldsScreen: 'Fields are',
  secondFactorScreen: 'The setting is',
} as const;

/** `screen` names the screens that stand behind the step. */
interface RuleTexts extends RuleWords {
  readonly screen?: Screen;
}

/** By what findings share; a spec holds that no rule of the catalogue is missing. */
const WORDS: Readonly<Record<string, RuleTexts>> = {
  'field.undeclared': {
    heading: 'Personal data that the policy does not mention',
    why: 'What the policy does not name, nobody decided to keep, and your customers were not told.',
    step: 'Remove what you do not need. Add what you need, and what the tool fills by itself, under data: in the policy.',
    screen: 'fieldsScreen',
  },
  'field.wrong-system': {
    heading: 'Personal data in a place that the policy does not list for it',
    why: 'Each further copy is one more to protect, to correct, and to delete when a customer asks.',
    step: 'Remove it, or add the place to in: of its entry in the policy; a file belongs under files: of a system.',
    screen: 'fieldsScreen',
  },
  'field.sensitive': {
    heading: 'Sensitive data that the policy does not name exactly',
    why: 'It can hurt a customer badly if it leaks, and many laws allow it only for a stated reason.',
    step: 'Delete the values and the fields. What you must keep, or the tool fills by itself, declare by exactly this kind under data: in the policy.',
    screen: 'fieldsScreen',
  },
  'field.free-text': {
    heading: 'Personal data or secrets inside notes',
    why: 'Whoever can open the record reads it, and nobody looks there when a customer asks for her data or wants it deleted.',
    step: 'Take it out of the notes. What you need belongs in a field made for it; passwords and card numbers belong nowhere in these tools.',
  },
  'field.unused': {
    heading: 'Personal data that is hardly ever filled in',
    why: 'What you do not need you do not have to protect.',
    step: 'Remove these fields, and from the forms that ask for them.',
    screen: 'fieldsScreen',
  },
  'field.missing': {
    heading: 'Data that the policy declares where there is none',
    why: 'A policy that claims more than you do is read as a promise, and hides what is really kept.',
    step: 'Take the system out of in: of its entry, or find out where the data is kept by now.',
  },
  'field.new': {
    heading: 'Personal data that was not there when you approved the baseline',
    why: 'The policy allows it, but somebody added it since.',
    step: 'Check that each was wanted; then approve the present state as the new baseline.',
  },
  'purpose.mismatch': {
    heading: 'Data used for a purpose it was not collected for',
    why: 'Customers gave it for one thing and may not expect the other.',
    step: 'Remove it there, or add the purpose to for: of its entry if customers know about it.',
  },
  'access.undeclared-person': {
    heading: 'Access that the policy does not give',
    why: "Whoever can log in can see, and often download, your customers' data.",
    step: 'Remove the access. If it is meant to be, name the person under people: with a role that opens the system.',
    screen: 'usersScreen',
  },
  'access.excess-role': {
    heading: 'More rights than the policy gives',
    why: 'Rights beyond what the work needs make every mistake and every stolen password worse.',
    step: 'Lower the role, or raise it under access: in the policy.',
    screen: 'usersScreen',
  },
  'access.departed': {
    heading: 'Access of somebody who has left',
    why: 'Their office account is closed, but they can still log in here.',
    step: 'Remove or suspend the login.',
    screen: 'usersScreen',
  },
  'access.inactive': {
    heading: 'Access that nobody uses',
    why: 'An unused login helps nobody but whoever gets hold of its password.',
    step: 'Ask whether it is still needed; if not, remove it.',
    screen: 'usersScreen',
  },
  'access.weak-login': {
    heading: 'Login with a password alone',
    why: 'A password alone is enough to get in, and stolen passwords are the most common way in.',
    step: 'Ask each person to turn on two-step verification, and require it for everybody.',
    screen: 'secondFactorScreen',
  },
  'access.shared-account': {
    heading: 'Login that several people share',
    why: 'Nobody can tell who changed or exported something, and the password stays the same when somebody leaves.',
    step: 'Give each person a login of their own, then remove the shared one.',
    screen: 'usersScreen',
  },
  'access.public-file': {
    heading: 'Files that look like customer lists and can be opened from outside',
    why: 'Whoever has the link, or was once let in, can copy the whole list, and you would not notice.',
    step: 'Open each link, press Share, and take away everybody who is not from your business.',
  },
  'app.undeclared': {
    heading: 'Connected apps that the policy does not name',
    why: 'An app that was once allowed in keeps its access until somebody takes it away.',
    step: 'Take the access away, or name the app under apps: in the policy.',
  },
  'app.ai': {
    heading: 'AI apps that can reach customer data',
    why: 'What an AI app reads may be kept by its maker, and may end up in its training data.',
    step: 'Take the access away, or name the app in the policy and record that its maker does not train on your data.',
  },
  'app.excess-scope': {
    heading: 'Apps that can reach more than they should',
    why: 'An app that can read everything leaks everything when its maker is broken into.',
    step: 'Connect the app again with fewer rights, or correct scopes: in the policy.',
  },
  'app.new': {
    heading: 'Apps that were not there when you approved the baseline',
    why: 'The policy allows them, but somebody connected them since.',
    step: 'Check that each was wanted; then approve the present state as the new baseline.',
  },
  'retention.overdue': {
    heading: 'Records kept longer than the policy allows',
    why: 'Old data does nobody any good, does harm if it leaks, and you have said that it would be gone.',
    step: 'Delete them in the tools that hold them. What you must keep by law belongs under longer: in the policy.',
  },
  'retention.undated': {
    heading: 'Records of which no tool knows the age',
    why: 'What has no date never comes due, and stays for ever.',
    step: 'Look through them and delete what you do not need, or supply an export that knows the dates.',
  },
  'retention.not-propagated': {
    heading: 'Deleted in one place, still kept in another',
    why: 'Whoever was deleted, or asked to be, expects to be gone everywhere.',
    step: 'Delete them in the other places too.',
  },
  'consent.missing': {
    heading: 'People who are written to without proof that they agreed',
    why: 'Without proof every mailing may be one that they never asked for, and you could not show otherwise.',
    step: 'Stop writing to them or ask them to confirm, and record when they agreed.',
  },
  'consent.conflict': {
    heading: 'People who said no in one place and are written to from another',
    why: 'They have told you to stop.',
    step: 'Take them off the lists that still write to them.',
  },
  'vendor.unvetted': {
    heading: 'Vendors that nobody has checked',
    why: 'They hold customer data, and nobody has written down that they can be trusted with it.',
    step: 'Read their terms, then record the answers and the day under vendors: in the policy.',
  },
  'vendor.trains-ai': {
    heading: 'Vendors that train AI on your data, or have not answered',
    why: 'What has gone into a shared AI cannot be taken back.',
    step: "Opt out in the vendor's settings, or ask, and record the answer under vendors:.",
  },
  'vendor.undeclared-payee': {
    heading: 'Software that you pay for and your policy does not name',
    why: 'What you pay for is in use, and whoever uses it may have put customer data into it.',
    step: 'Find out who uses it and for what. Then add it under vendors: in the policy, or cancel it.',
  },
  'vendor.dpa': {
    heading: 'Vendors without a valid data processing agreement',
    why: 'Without it nothing binds them to use what you give them only as you say.',
    step: "Sign the agreement, usually in the vendor's legal or privacy settings, and record its dates under vendors:.",
  },
  program: {
    heading: 'Duties that are due',
    why: 'The policy says that you do this regularly, and it is what you can show when somebody asks.',
    step: 'Do it, then write the day into the policy: reviewed:, audit: last:, training: or vetted:.',
  },
};

/** What shares its words with a finding of this rule: all duties do, else the rule itself. */
export function sharedBy(rule: RuleId): string {
  return rule.startsWith('program.') ? 'program' : rule;
}

/** The words that findings share, and the tools they are in; a rule that left the catalogue goes by its id. */
export function wordsOf(shared: string, connectors: readonly ConnectorId[]): RuleWords {
  const words = WORDS[shared];
  if (words === undefined)
    return { heading: shared, why: 'Plumbline does not judge this any more.', step: '' };
  const { heading, why, step, screen } = words;
  return { heading, why, step: screen === undefined ? step : `${step}${screensInWords(screen, connectors)}` };
}

/** Files of any origin have no screen of their own. */
function screensInWords(screen: Screen, connectors: readonly ConnectorId[]): string {
  const tools = new Set(connectors.filter((connector) => connector !== 'exports'));
  const places = [...tools].map((connector) => toolOf(connector)[screen]);
  return places.length === 0 ? '' : ` ${SCREENS[screen]} ${places.join('; ')}.`;
}
