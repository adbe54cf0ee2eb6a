/** Where Ahrvo serves its payments (payment-links pages of its docs): `na` is the only region that they name. */
export const ahrvoEndpoint = 'https://api.ahrvo.network/payments/na';

/** The path of the payment links. */
export const linksPath = '/payment_links';

/** An address without the slashes that people leave at its end. */
export function trimEndpoint(endpoint: string): string {
  let end = endpoint.length;
  while (endpoint[end - 1] === '/') end -= 1;
  return endpoint.slice(0, end);
}
