const SHAPES = {
  read: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm3.6 4.3L7 9.9 4.9 7.8 3.8 8.9 7 12.1l5.7-5.7z',
  partial: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.6v10.8A5.4 5.4 0 0 0 8 2.6z',
  'not read':
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM5.3 4.2 4.2 5.3 6.9 8l-2.7 2.7 1.1 1.1L8 9.1l2.7 2.7 1.1-1.1L9.1 8l2.7-2.7-1.1-1.1L8 6.9z',
};

/** How much was read, as a shape; the words stand beside it. */
export function CoverageMark({ coverage }: { coverage: keyof typeof SHAPES }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[coverage]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
