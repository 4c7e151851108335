import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { readUploads, writeUploads } from './upload-stream.js';

describe('files handed to a scan', () => {
  it('come as they were, whatever is in them', async () => {
    const files = [
      { path: 'contacts.csv', content: Buffer.from('Email\nann@example.com\n') },
      { path: 'leer "ü".csv', content: Buffer.alloc(0) },
      { path: 'a.zip', content: Buffer.from([0, 10, 255, 13, 10]) },
    ];
    const pipe = new PassThrough();
    writeUploads(pipe, files);
    expect(await readUploads(pipe)).toEqual(files);
  });

  it('are not taken for whole where the end is missing', async () => {
    const pipe = new PassThrough();
    pipe.end('[{"path":"a.csv","bytes":10}]\nshort');
    await expect(readUploads(pipe)).rejects.toThrow('did not come whole');
    const nothing = new PassThrough();
    nothing.end();
    await expect(readUploads(nothing)).rejects.toThrow('did not come whole');
  });
});
