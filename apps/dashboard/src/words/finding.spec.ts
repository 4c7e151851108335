import { describe, expect, it } from '@jest/globals';
import { stepsOf } from './finding.js';

describe('the steps of a remedy', () => {
  it('are its sentences', () => {
    expect(stepsOf('Ask Tom. Then remove it, or accept it! Is it gone?')).toEqual([
      'Ask Tom.',
      'Then remove it, or accept it!',
      'Is it gone?',
    ]);
  });

  it('leave addresses whole', () => {
    const step = 'Open https://drive.google.com/open?id=1Rhn_x!a.b, press Share, and take everybody away.';
    expect(stepsOf(`${step} If not, say why.`)).toEqual([step, 'If not, say why.']);
  });
});
