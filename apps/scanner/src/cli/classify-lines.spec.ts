import { describe, expect, it } from '@jest/globals';
import { BadLine, parseFieldLine, parseNoteLine } from './classify-lines.js';

describe('lines of fields', () => {
  it('fills in what is missing', () => {
    const { id, evidence } = parseFieldLine('{"id":"f1","name":"Email","sample_values":[1,null,true]}');
    expect(id).toBe('f1');
    expect(evidence).toEqual({
      system: '',
      object: '',
      name: 'Email',
      label: '',
      type: '',
      options: [],
      sampleValues: ['1', 'true'],
    });
  });

  it('says what is wrong with a line and quotes nothing of it (law 1)', () => {
    expect(() => parseFieldLine('{"id":"f1","name":"secret')).toThrow(new BadLine('it is not JSON'));
    expect(() => parseFieldLine('{"name":"secret"}')).toThrow(
      new BadLine('"id" is missing or of the wrong kind'),
    );
    expect(() => parseNoteLine('["secret"]')).toThrow(new BadLine('it is not a JSON object'));
    expect(() => parseNoteLine('{"id":1,"text":7}')).toThrow(
      new BadLine('"text" is missing or of the wrong kind'),
    );
  });
});
