// The pages that people need before there is a dashboard: becoming the first owner, signing in, accepting an invitation.
// Every text from elsewhere is set as text, never as HTML.

const page = document.querySelector('#page');
const secret = location.hash.slice(1);
// What stands behind the # must not stay in the history of the browser.
if (secret !== '') history.replaceState(null, '', location.pathname);

async function ask(method, path, body) {
  const answer = await fetch(`/api/v1/${path}`, {
    method,
    headers: { 'x-plumbline': 'web', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const content = text === '' ? null : JSON.parse(text);
  if (answer.ok) return content;
  throw Object.assign(new Error(content?.title ?? 'Plumbline did not answer.'), {
    problem: content,
    status: answer.status,
  });
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function show(title, ...children) {
  document.title = `${title} · Plumbline`;
  page.replaceChildren(element('h1', { textContent: title }), ...children);
}

const paragraph = (text) => element('p', { textContent: text });

/** A form of labelled fields; `send` gets their values, and what it throws is said above the button. */
function form(fields, action, send) {
  const problem = element('p', { className: 'problem', role: 'alert' });
  const button = element('button', { textContent: action });
  const labels = fields.map(({ label, hint, ...input }) =>
    element(
      'label',
      {},
      label,
      ...(hint ? [element('small', { textContent: hint })] : []),
      element('input', { required: true, ...input }),
    ),
  );
  const made = element('form', {}, ...labels, problem, button);
  made.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.textContent = '';
    button.disabled = true;
    try {
      await send(Object.fromEntries(new FormData(made)));
    } catch (error) {
      problem.textContent = sentence(error);
    } finally {
      button.disabled = false;
    }
  });
  return made;
}

function sentence({ message, problem }) {
  const places = (problem?.errors ?? []).map(({ at, message: what }) => `${at}: ${what}`);
  return [message, problem?.step ?? '', ...places].filter((part) => part !== '').join(' ');
}

const email = { label: 'Your e-mail address', name: 'email', type: 'email', autocomplete: 'username' };
const name = { label: 'Your name', name: 'name', autocomplete: 'name', maxLength: 100 };
const newPassword = {
  label: 'Choose a password',
  hint: '12 characters or more. Four words that do not belong together are good.',
  name: 'password',
  type: 'password',
  autocomplete: 'new-password',
  minLength: 12,
};

async function setUp() {
  const { organizations } = await ask('POST', 'set-up/look', { link: secret });
  const business = {
    label: 'The name of your business',
    hint: 'As it stands in your policy under organization.',
    name: 'organization',
    maxLength: 200,
  };
  const known = organizations.length > 0;
  show(
    'Make it yours',
    paragraph(
      known
        ? `You will be the owner of what was scanned here already: ${organizations.join(', ')}.`
        : 'You will be the first owner. What Plumbline finds stays on this computer.',
    ),
    form(
      [...(known ? [] : [business]), name, email, newPassword],
      'Begin',
      async ({ organization, ...person }) => {
        await ask('POST', 'set-up', { link: secret, organization: organization ?? null, ...person });
        location.assign('/');
      },
    ),
  );
}

/** The word in the address is only looked up here: whoever writes a link puts no words of theirs on our page. */
const SIGN_IN_PROBLEMS = new Map([
  [
    'not-invited',
    'Nobody has invited you under the address that your sign-in service told, or it has not verified that address. Ask an owner of your organization to invite exactly that one.',
  ],
  [
    'connect-first',
    'Somebody with your address already signs in here with a password. Sign in with it, then connect your sign-in service in your profile.',
  ],
  [
    'of-somebody-else',
    'That account of your sign-in service belongs to somebody else here. Sign out there, and connect your own.',
  ],
  [
    'no-answer',
    'Your sign-in service did not answer, or could not be understood. Try again in a few minutes.',
  ],
]);
const NOT_LET_IN =
  'Your sign-in service did not let you in. Try again, or ask an owner of your organization.';

function signIn() {
  const service = element('button', {
    className: 'quiet',
    type: 'button',
    textContent: 'Sign in at your sign-in service',
  });
  service.addEventListener('click', async () => {
    location.assign((await ask('POST', 'sign-in/service', {})).address);
  });
  const refused = new URLSearchParams(location.search).get('problem');
  const code = {
    label: 'The code from your app, or a recovery code',
    name: 'code',
    autocomplete: 'one-time-code',
  };
  const password = {
    label: 'Your password',
    name: 'password',
    type: 'password',
    autocomplete: 'current-password',
  };
  const send = async (given) => {
    const { signed_in: signedIn } = await ask('POST', 'sign-in', { code: null, ...given });
    if (signedIn) location.assign('/');
    else
      show(
        'Sign in',
        form([code], 'Go on', ({ code: typed }) => send({ ...given, code: typed })),
      );
  };
  show(
    'Sign in',
    ...(refused === null
      ? []
      : [element('p', { className: 'problem', textContent: SIGN_IN_PROBLEMS.get(refused) ?? NOT_LET_IN })]),
    form([email, password], 'Sign in', send),
  );
  void ask('GET', 'sign-in').then(({ sign_in_service: isOffered }) => isOffered && page.append(service));
}

async function invitation() {
  const seen = await ask('POST', 'invitations/look', { link: secret });
  const words = `${seen.made_by} invites you to ${seen.organization}, as ${seen.role}.`;
  const accept = async (person) => {
    await ask('POST', 'invitations/accept', { link: secret, ...person });
    location.assign('/');
  };
  if (seen.sign_in_first) {
    const me = await ask('GET', 'me').catch(() => null);
    const next =
      me === null
        ? [paragraph('Sign in first, then open the link again.'), link('/sign-in', 'Sign in')]
        : [form([], 'Accept', accept)];
    show('You are invited', paragraph(words), ...next);
  } else show('You are invited', paragraph(words), form([name, newPassword], 'Accept', accept));
}

function newPasswordPage() {
  show(
    'A new password',
    form([newPassword], 'Set it', async ({ password }) => {
      await ask('POST', 'new-password', { link: secret, password });
      location.assign('/sign-in');
    }),
  );
}

const link = (href, text) => element('a', { href, textContent: text });

async function home() {
  const me = await ask('GET', 'me').catch((error) => {
    if (error.status === 401) return null;
    throw error;
  });
  if (me === null) return location.assign('/sign-in');
  const { items } = await ask('GET', 'organizations');
  const signOut = form([], 'Sign out', async () => {
    await ask('POST', 'sign-out', {});
    location.assign('/sign-in');
  });
  show(
    `Good to see you, ${me.name}`,
    paragraph(
      'The service runs, and scans on its schedule. A dashboard is being built; until then the command line and the interface for programs show what it finds.',
    ),
    element('h2', { textContent: 'Your organizations' }),
    element(
      'ul',
      {},
      ...items.map((one) =>
        element(
          'li',
          {},
          `${one.name}, where you are ${one.role}. Its id: `,
          element('code', { textContent: one.id }),
        ),
      ),
    ),
    signOut,
  );
}

function connected() {
  const asked = new URLSearchParams(location.search);
  if (asked.has('connected'))
    show('Connected', paragraph('Plumbline can read that tool now. You can close this window.'));
  else
    show(
      'Not connected',
      paragraph(
        'The tool did not let Plumbline in, or the sign-in was not the one that you began. Nothing was stored. Begin it again.',
      ),
    );
}

const PAGES = {
  '/': home,
  '/set-up': setUp,
  '/sign-in': signIn,
  '/invitation': invitation,
  '/new-password': newPasswordPage,
  '/connections': connected,
};

try {
  await (PAGES[location.pathname] ?? home)();
} catch (error) {
  show('That did not work', paragraph(sentence(error)), link('/', 'Go on'));
}
