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

/** What is done on a screen of a tool. */
const SCREENS = {
  usersScreen: 'Logins are managed',
  fieldsScreen: 'Fields are changed',
  secondFactorScreen: 'This is set',
} as const;

/** `screen` names the screens that stand behind the step. */
interface RuleTexts extends RuleWords {
  readonly screen?: Screen;
}

const WORDS: Readonly<Record<RuleId, RuleTexts>> = {
  'field.undeclared': {
    heading: 'Personal data that the policy does not mention',
    why: 'What the policy does not name, nobody decided to keep, and your customers were not told.',
    step: 'Remove what you do not need; add what you need under data: in the policy.',
    screen: 'fieldsScreen',
  },
  'field.wrong-system': {
    heading: 'Personal data in a place that the policy does not list for it',
    why: 'Each further copy is one more place to protect, to correct, and to delete from when a customer asks.',
    step: 'Remove it, or add the place to in: of its entry in the policy.',
    screen: 'fieldsScreen',
  },
  'field.sensitive': {
    heading: 'Sensitive data that the policy does not name exactly',
    why: 'Data of this kind can hurt a customer badly if it leaks, and many laws allow it only for a stated reason.',
    step: 'Delete the values and the fields, or declare exactly these kinds under data: in the policy.',
    screen: 'fieldsScreen',
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
    step: 'Take the system out of in: of the entry, or check whether the data is kept somewhere else by now.',
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
  'vendor.unvetted': {
    heading: 'Vendors that nobody has checked',
    why: "They hold your customers' data, and nobody has written down that they may be trusted with it.",
    step: 'Read their terms, then record the answers and the day under vendors: in the policy.',
  },
  'vendor.trains-ai': {
    heading: 'Vendors that train AI on your data, or have not answered',
    why: 'What has gone into a shared AI cannot be taken back.',
    step: "Opt out in the vendor's settings, or ask, and record the answer under vendors:.",
  },
  'vendor.dpa': {
    heading: 'Vendors without a valid data processing agreement',
    why: 'Without it nothing binds them to use what you give them only as you say.',
    step: "Sign the agreement, usually in the vendor's legal or privacy settings, and record its dates under vendors:.",
  },
  'program.policy-review': {
    heading: 'The policy is due for a review',
    why: 'A policy that nobody reads again slowly stops being true.',
    step: 'Read it, correct it, and set reviewed: to the day.',
  },
  'program.audit': {
    heading: 'An audit is due',
    why: 'The policy promises to look regularly.',
    step: 'Do it, and set audit: last: to the day.',
  },
  'program.training': {
    heading: 'Training is due',
    why: 'People can only keep to what they know.',
    step: 'Hold it, and add the day and who attended under training:.',
  },
  'program.vetting': {
    heading: 'Vendors are due to be checked again',
    why: 'Terms and owners of a tool change without much noise.',
    step: 'Read their terms again, and set vetted: to the day.',
  },
};

/** The words for a rule and the tools it found something in; a rule that left the catalogue goes by its id. */
export function wordsOf(rule: RuleId, connectors: readonly ConnectorId[]): RuleWords {
  const words: RuleTexts | undefined = WORDS[rule];
  if (words === undefined) return { heading: rule, why: 'Plumbline does not judge this any more.', step: '' };
  const { heading, why, step, screen } = words;
  return { heading, why, step: screen === undefined ? step : `${step}${screensInWords(screen, connectors)}` };
}

/** Files of any origin have no screen of their own. */
function screensInWords(screen: Screen, connectors: readonly ConnectorId[]): string {
  const tools = new Set(connectors.filter((connector) => connector !== 'exports'));
  const places = [...tools].map((connector) => toolOf(connector)[screen]);
  return places.length === 0 ? '' : ` ${SCREENS[screen]} ${places.join('; ')}.`;
}
