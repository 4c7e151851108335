import { useState } from 'react';
import { Loading } from '../../parts/states.js';
import { reportsWords as words } from '../../words/reports.js';
import css from './reports.module.css';

/** A page of the service in a frame that can do nothing; its own policy forbids everything but its style and pictures. */
export function Preview({ address, title }: { address: string; title: string }) {
  const [isThere, setThere] = useState(false);
  return (
    <div className={css.preview}>
      {!isThere && <Loading />}
      <iframe
        className={css.frame}
        sandbox=""
        src={address}
        title={words.preview(title)}
        onLoad={() => setThere(true)}
      />
    </div>
  );
}
