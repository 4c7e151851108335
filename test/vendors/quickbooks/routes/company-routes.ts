import { jsonAnswer } from '../../core/simulated-answer.js';
import type { Route, VendorContext } from '../../core/simulated-vendor.js';
import { CLASSIC_FIELD } from '../entities/sales-documents.js';
import { COMMON } from '../entities/entity.js';
import { REALM_ID } from '../quickbooks-ids.js';
import { answerTime, timeOn } from '../quickbooks-times.js';
import type { BookRoute } from './book-route.js';

/** What QuickBooks says of the company itself. */
export function companyRoutes({ bakery, clock }: VendorContext, bookRoute: BookRoute): readonly Route[] {
  const { opening } = bakery.setting;
  const since = timeOn(opening, 1);
  const record = {
    ...COMMON,
    Id: '1',
    SyncToken: '4',
    MetaData: { CreateTime: since, LastUpdatedTime: since },
  };
  return [
    bookRoute('GET', `/companyinfo/{id}`, ({ parameters }, errors) => {
      if (parameters['id'] !== REALM_ID && parameters['id'] !== '1') return errors.objectNotFound();
      const CompanyInfo = {
        CompanyName: 'Sweet Crumb Bakery',
        LegalName: 'Sweet Crumb Bakery LLC',
        CompanyStartDate: opening,
        FiscalYearStartMonth: 'January',
        Country: 'US',
        Email: { Address: 'maria@sweetcrumb.example' },
        WebAddr: {},
        SupportedLanguages: 'en',
        NameValue: [
          { Name: 'SubscriptionStatus', Value: 'PAID' },
          { Name: 'OfferingSku', Value: 'QuickBooks Online Plus' },
        ],
        ...record,
      };
      return jsonAnswer({ CompanyInfo, time: answerTime(clock.date()) });
    }),
    bookRoute('GET', '/preferences', () => {
      const numbers = [1, 2, 3] as const;
      const Preferences = {
        AccountingInfoPrefs: { TrackDepartments: false, CustomerTerminology: 'Customers' },
        SalesFormsPrefs: {
          CustomField: [
            {
              CustomField: numbers.map((number) => ({
                Name: `SalesFormsPrefs.UseSalesCustom${number}`,
                Type: 'BooleanType',
                BooleanValue: number === CLASSIC_FIELD.number,
              })),
            },
            {
              CustomField: [
                {
                  Name: `SalesFormsPrefs.SalesCustomName${CLASSIC_FIELD.number}`,
                  Type: 'StringType',
                  StringValue: CLASSIC_FIELD.name,
                },
              ],
            },
          ],
        },
        CurrencyPrefs: { MultiCurrencyEnabled: false, HomeCurrency: { value: 'USD' } },
        ...record,
      };
      return jsonAnswer({ Preferences, time: answerTime(clock.date()) });
    }),
  ];
}
