import type { Environment } from '#domain/provider';

/** Where APS's JSON API is served (manage and check pages of its docs; host names as its SDKs spell them). */
export const apsEndpoints: Readonly<Record<Extract<Environment, 'sandbox' | 'production'>, string>> = {
  sandbox: 'https://sbpaymentservices.payfort.com/FortAPI/paymentApi',
  production: 'https://paymentservices.payfort.com/FortAPI/paymentApi',
};
