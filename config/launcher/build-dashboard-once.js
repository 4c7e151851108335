import { buildDashboardIfStale } from './build.js';

// Jest calls this before the first suite that looks at the dashboard in a browser.
export default function buildDashboardOnce() {
  buildDashboardIfStale();
}
