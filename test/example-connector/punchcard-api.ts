import type { z } from 'zod';
import { ReadRefusedError } from '#connectors/contract/error.js';
import type { VendorAccess } from '#connectors/contract/vendor-access.js';
import { pagesOf } from '#connectors/kit/pages.js';
import { CardFields, CardPage, Shop, Staff } from './punchcard-answers.js';

const CARDS_A_PAGE = 100;

/** Everything that is ever asked of Punchcard. Each throws a ReadRefusedError if it can not be read. */
export class PunchcardApi {
  constructor(private readonly vendor: VendorAccess) {}

  shop = () => this.get(Shop, '/v1/shop');
  fields = () => this.get(CardFields, '/v1/fields');
  staff = () => this.get(Staff, '/v1/staff');

  /** The pages of cards, the next one fetched while the last one is worked on. */
  cards = () =>
    pagesOf(async (from: string | null) => {
      const query = new URLSearchParams({ size: String(CARDS_A_PAGE), ...(from !== null && { from }) });
      const { cards, next } = await this.get(CardPage, `/v1/cards?${query.toString()}`);
      return { items: cards, next };
    }, goesRound);

  /** Punchcard has no SDK. With one, this is the only place that calls it. */
  private get<T>(shape: z.ZodType<T>, path: string): Promise<T> {
    return this.vendor.read(shape, async (token) => {
      const headers = { authorization: `Bearer ${token}` };
      const response = await fetch(`https://api.punchcard.example${path}`, { headers });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
    });
  }
}

function goesRound(): ReadRefusedError {
  return new ReadRefusedError({
    message: 'The pages of Punchcard lead in a circle',
    refusal: {
      status: 'partial',
      reason: 'the pages of Punchcard lead in a circle',
      actor: 'vendor',
      step: 'Nothing to do: it is tried again at the next scan.',
    },
  });
}
