import { Button } from '@mantine/core';
import { useState } from 'react';
import { connectionsWords as words } from '../../words/connections.js';
import css from './connections.module.css';

interface Step {
  readonly text: string;
  readonly copy: string | null;
}

/** A guide for somebody who has never seen these pages: one thing to do at a time, and what to paste there. */
export function GuideSteps({ steps }: { steps: readonly Step[] }) {
  return (
    <section className={css.section} aria-labelledby="guide">
      <h2 id="guide">{words.guide}</h2>
      <ol className={css.guide}>
        {steps.map(({ text, copy }) => (
          <li key={text}>
            <p>{text}</p>
            {copy !== null && <ToCopy text={copy} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A page to open; the names of Google's rights only look like one. */
const PAGE = /^https:\/\/(?!www\.googleapis\.com\/auth\/)\S+$/u;

function ToCopy({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Not every browser lets a page copy; the text stands there to be marked.
    }
  };
  return (
    <div className={css.copy}>
      <pre tabIndex={0}>
        {text.split('\n').map((line) => (
          <span key={line}>
            {PAGE.test(line) ? (
              <a href={line} target="_blank" rel="noreferrer">
                {line}
              </a>
            ) : (
              line
            )}
            {'\n'}
          </span>
        ))}
      </pre>
      <Button size="compact-sm" variant="default" onClick={() => void copy()}>
        {isCopied ? words.copied : words.copy}
      </Button>
    </div>
  );
}
