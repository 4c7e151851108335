export const onceWords = {
  once: 'It is shown this once.',
  copy: 'Copy',
  copied: 'Copied',
};
