import { lazy, Suspense, useState } from 'react';
import { deletionWords } from '../words/deletion.js';
import { shellWords } from '../words/shell.js';
import { useOrganization } from './organization.js';
import css from './shell.module.css';

// Few come to it, so it is loaded when it is asked for.
const DeleteOrganization = lazy(async () => ({
  default: (await import('../parts/delete-organization.js')).DeleteOrganization,
}));

/** Says of the example that it is one, and how to be rid of it. */
export function ExampleHint() {
  const { role } = useOrganization();
  const [isAsked, setAsked] = useState(false);
  return (
    <div className={css.example}>
      <p>
        {shellWords.example}{' '}
        {role === 'owner' && (
          <button type="button" className={css.linked} onClick={() => setAsked(true)}>
            {deletionWords.hint}
          </button>
        )}
      </p>
      {isAsked && (
        <Suspense>
          <DeleteOrganization isOpen close={() => setAsked(false)} />
        </Suspense>
      )}
    </div>
  );
}
