import { createHash } from 'node:crypto';

/** 21 digits, as Google numbers people. */
export function personId(seed: number, name: string): string {
  return `1${digits(`${seed}/person/${name}`, 20)}`;
}

/** A number of `length` digits that does not begin with 0. */
export function numericId(seed: number, name: string, length: number): string {
  return `7${digits(`${seed}/${name}`, length - 1)}`;
}

/** Letters and digits, as Google names files, groups and customers. */
export function opaqueId(seed: number, name: string, length: number): string {
  return hashOf(`${seed}/opaque/${name}`).toString('base64url').replaceAll(/[-_]/gu, 'x').slice(0, length);
}

/** In quotes, as Google's older APIs write it. */
export function etagOf(...parts: readonly unknown[]): string {
  const hash = hashOf(JSON.stringify(parts)).toString('base64url');
  return `"${hash.slice(0, 24)}/${hash.slice(24, 42)}"`;
}

function digits(text: string, length: number): string {
  const number = BigInt(`0x${hashOf(text).toString('hex')}`);
  return number.toString().slice(-length).padStart(length, '0');
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
