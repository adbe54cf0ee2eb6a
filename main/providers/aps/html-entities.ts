const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const entity = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/;

function decodeOne(whole: string): string {
  const [, decimal, hex, name] = entity.exec(whole) ?? [];
  if (name !== undefined) return named[name] ?? whole;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

/**
 * Decodes the HTML entities that APS writes into texts (`&#39;`), for showing them only: signatures cover the encoded form.
 * What is no entity stays; a decoded `&` starts no second one.
 */
export function decodeEntities(text: string): string {
  return text.replace(new RegExp(entity, 'g'), decodeOne);
}
