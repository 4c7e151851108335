import 'reflect-metadata';
import fc from 'fast-check';

// A fixed seed: a red run can be repeated. Set PLUMBLINE_SEED to look for other cases.
const seed = Number(process.env['PLUMBLINE_SEED'] ?? 20261124);
fc.configureGlobal({ seed });
