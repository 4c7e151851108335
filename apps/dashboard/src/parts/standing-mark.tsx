import css from './standing-mark.module.css';

/** How something that was found stands to the policy. */
export type Standing = 'agrees' | 'differs' | 'not found' | 'not known' | 'found';

const SHAPES: Readonly<Record<Standing, string>> = {
  agrees: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm3.6 4.3L7 9.9 4.9 7.8 3.8 8.9 7 12.1l5.7-5.7z',
  differs: 'M8 1.5 15.2 14.5H.8zM7.2 6v4.2h1.6V6zm0 5.2v1.6h1.6v-1.6z',
  'not found':
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8 2.4zM5 7.3h6v1.4H5z',
  'not known':
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8 2.4zM5.6 6.4C5.6 5 6.6 4.1 8 4.1s2.4.9 2.4 2.2c0 1-.5 1.5-1.1 1.9-.4.3-.6.5-.6 1v.3H7.3v-.4c0-1 .5-1.4 1-1.8.4-.3.7-.5.7-1s-.4-.9-1-.9-1 .4-1 1zM7.2 10.4h1.6V12H7.2z',
  found: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3z',
};

/** A shape and a colour, beside the words; `bare`: the words are for the ears only. */
export function StandingMark({
  standing,
  children,
  bare = false,
}: {
  standing: Standing;
  children: string;
  bare?: boolean;
}) {
  return (
    <span className={css.mark} data-standing={standing}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[standing]} fill="currentColor" fillRule="evenodd" />
      </svg>
      <span className={bare ? css.hidden : undefined}>{children}</span>
    </span>
  );
}
