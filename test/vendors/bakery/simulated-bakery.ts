import type { Customer } from '#scanner/example/customer.js';
import type { Setting } from '#scanner/example/setting.js';

/** The bakery behind all vendors: the one that the example's exports are written from, at any size. */
export interface SimulatedBakery {
  readonly setting: Setting;
  /** How many customers there are. */
  readonly size: number;
  /** Invented when asked for, and always the same; `index` from 0. */
  customer(index: number): Customer;
  /** People who were deleted lately and lie in a tool's recycle bin: nobody of the above. `place` from 0. */
  former(place: number): Customer;
  readonly formerCount: number;
}
