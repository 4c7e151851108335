import { Redirect, useParams } from 'wouter';
import mark from '../../shell/mark.svg';
import { Connected } from './connected.js';
import { Invitation } from './invitation.js';
import { NewPassword } from './new-password.js';
import { SetUp } from './set-up.js';
import { SignInByLink } from './sign-in-by-link.js';
import { SignIn } from './sign-in.js';
import css from './entry.module.css';

const PAGES: Readonly<Record<string, () => React.ReactNode>> = {
  'set-up': SetUp,
  'sign-in': SignIn,
  'sign-in-link': SignInByLink,
  invitation: Invitation,
  'new-password': NewPassword,
  connections: Connected,
};

/** The pages before a sign-in, one at a time. */
export function Entry() {
  const { page } = useParams<{ page: string }>();
  const EntryPage = PAGES[page];
  if (EntryPage === undefined) return <Redirect to="/" replace />;
  return (
    <div className={css.entry}>
      <header className={css.brand}>
        <img src={mark} alt="" width="32" height="32" /> Plumbline
      </header>
      <main className={css.sheet}>
        <EntryPage key={page} />
      </main>
    </div>
  );
}
