import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { exportsWords as words } from '../../words/exports.js';
import { type DroppedFile, filesChosen, filesIn } from './dropped-files.js';
import css from './exports.module.css';

/** Takes files that are dropped, or chosen by a button: nobody needs a mouse. */
export function DropZone({ take }: { take: (files: readonly DroppedFile[]) => Promise<void> }) {
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={css.drop}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void filesIn(event.dataTransfer).then(take);
      }}
    >
      <p className={css.dropTitle}>{words.drop}</p>
      <p className={css.soft}>{words.or}</p>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={words.choose}
        accept=".csv,.tsv,.txt,.xlsx,.zip"
        onChange={({ currentTarget }) => {
          void take(filesChosen(currentTarget.files));
          // The same file may be chosen again after it was mended.
          currentTarget.value = '';
        }}
      />
      <Button variant="default" onClick={() => chooser.current?.click()}>
        {words.choose}
      </Button>
    </div>
  );
}
