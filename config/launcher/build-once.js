import { buildIfStale } from './build.js';

// Jest calls this before the first suite that starts the built command.
export default function buildOnce() {
  buildIfStale();
}
