/**
 * A Windows icon file of PNG pictures. Layout: a 6-byte header, 16 bytes per picture, the pictures.
 * Source: Microsoft, "Icons" (ICONDIR, ICONDIRENTRY); PNG pictures are read since Windows Vista.
 * @param {readonly { size: number, png: Buffer }[]} pictures
 * @returns {Buffer}
 */
export function asIco(pictures) {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length + 16 * pictures.length;
  const entries = pictures.map(({ size, png }) => {
    const entry = Buffer.alloc(16);
    // One byte each for width and height: 256 is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)]);
}

/**
 * A macOS icon file of PNG pictures: 'icns', the whole length, then type, length and bytes of each. ic08 is 256, ic09
 * 512 and ic10 1024 pixels wide.
 * @param {readonly { type: string, png: Buffer }[]} pictures
 * @returns {Buffer}
 */
export function asIcns(pictures) {
  const chunks = pictures.map(({ type, png }) => chunk(type, png));
  return chunk('icns', Buffer.concat(chunks));
}

/** @param {string} type @param {Buffer} bytes */
function chunk(type, bytes) {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(head.length + bytes.length, 4);
  return Buffer.concat([head, bytes]);
}
