import { Button } from '@mantine/core';
import { useState } from 'react';
import { onceWords as words } from '../words/once.js';
import css from './shown-once.module.css';

/** A secret that is shown this once, to be handed over or kept. */
export function ShownOnce({ lead, secret }: { lead: string; secret: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      // A browser may forbid it; the text can be marked and copied by hand.
    }
  };
  return (
    <div className={css.once} role="status">
      <p>
        <strong>{lead}</strong> {words.once}
      </p>
      <code>{secret}</code>
      <div>
        <Button size="xs" variant="default" onClick={() => void copy()}>
          {isCopied ? words.copied : words.copy}
        </Button>
      </div>
    </div>
  );
}
