import { describe, expect, it } from '@jest/globals';
import { aPerson, anOffice, found, inventoryOf } from '../inventory.spec-builders.js';
import { accessWeakLogin } from './access-weak-login.js';

describe('access.weak-login', () => {
  it('reports active logins without a second factor, where the list says so', () => {
    const people = [
      aPerson('tom@sweetcrumb.example', { secondFactor: false }),
      aPerson('maria@sweetcrumb.example', { secondFactor: true }),
      aPerson('lena@sweetcrumb.example', { secondFactor: null }),
      aPerson('new@sweetcrumb.example', { secondFactor: false, state: 'invited' }),
      aPerson('ben@sweetcrumb.example', { secondFactor: false, state: 'suspended' }),
    ];

    expect(found(accessWeakLogin, { inventory: inventoryOf(anOffice({ people })) })).toEqual([
      'office: tom@sweetcrumb.example',
    ]);
  });
});
