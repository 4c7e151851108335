import { entryWords as words } from '../../words/entry.js';
import type { Field } from './entry-form.js';

export const email: Field = { name: 'email', label: words.email, type: 'email', autoComplete: 'username' };
export const personName: Field = { name: 'name', label: words.name, autoComplete: 'name', maxLength: 100 };
export const newPassword: Field = {
  name: 'password',
  label: words.choosePassword,
  description: words.passwordHint,
  type: 'password',
  autoComplete: 'new-password',
  minLength: 12,
};
export const password: Field = {
  name: 'password',
  label: words.password,
  type: 'password',
  autoComplete: 'current-password',
};
