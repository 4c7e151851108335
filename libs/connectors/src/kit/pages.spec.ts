import { describe, expect, it } from '@jest/globals';
import { pagesOf, type Page } from './pages.js';

const loop = () => new Error('a loop');

function list(pages: readonly (readonly string[])[], asked: (number | null)[] = []) {
  return (cursor: number | null): Promise<Page<string, number>> => {
    asked.push(cursor);
    const at = cursor ?? 0;
    return Promise.resolve({ items: pages[at] ?? [], next: at + 1 < pages.length ? at + 1 : null });
  };
}

describe('the pages of a list', () => {
  it('come in their order, empty and short ones too', async () => {
    const read: (readonly string[])[] = [];
    for await (const page of pagesOf(list([['a'], [], ['b', 'c'], []]), loop)) read.push(page);
    expect(read).toEqual([['a'], [], ['b', 'c'], []]);
  });

  it('are fetched ahead by one, and no further', async () => {
    const asked: (number | null)[] = [];
    const pages = pagesOf(list([['a'], ['b'], ['c'], ['d']], asked), loop);
    await pages.next();
    expect(asked).toEqual([null, 1]);
    await pages.next();
    expect(asked).toEqual([null, 1, 2]);
    await pages.return();
  });

  it('end with an error where the list leads back to a page that was read', async () => {
    const circle = (cursor: number | null): Promise<Page<string, number>> =>
      Promise.resolve({ items: ['x'], next: cursor === 2 ? 1 : (cursor ?? 0) + 1 });
    const read = async () => {
      for await (const _ of pagesOf(circle, loop));
    };
    await expect(read()).rejects.toThrow('a loop');
  });

  it('fail where a page fails, after those before it', async () => {
    const failing = (cursor: number | null): Promise<Page<string, number>> =>
      cursor === null ? Promise.resolve({ items: ['a'], next: 1 }) : Promise.reject(new Error('page 2'));
    const pages = pagesOf(failing, loop);
    expect((await pages.next()).value).toEqual(['a']);
    await expect(pages.next()).rejects.toThrow('page 2');
  });

  it('do not bring the process down when nobody waits for the page ahead', async () => {
    const failing = (cursor: number | null): Promise<Page<string, number>> =>
      cursor === null ? Promise.resolve({ items: ['a'], next: 1 }) : Promise.reject(new Error('page 2'));
    const pages = pagesOf(failing, loop);
    await pages.next();
    await expect(pages.return()).resolves.toMatchObject({ done: true });
  });
});
