import { hide, hideButTail } from './mask';

/** Endings of the names of things people choose: phrases, passwords, whole header values. */
const chosenEndings = [
  'phrase',
  'password',
  'passwd',
  'secret',
  'authorization',
  'cookie',
  'recovery[_-]?code',
  '(?:private|store|data|encryption)[_-]?key',
];

/** Endings of the names of things machines make. */
const madeEndings = ['token', 'signature', 'access[_-]?code', 'api[_-]?key'];

/** The pattern of a sensitive name. It is the *ending* that counts: `clientSecret` holds a secret, `secretName` not. */
const NAME = `[\\w-]*(?:${[...chosenEndings, ...madeEndings].join('|')})`;

const sensitiveName = patternWith('^<name>$', 'i');
const madeName = patternWith(`(?:${madeEndings.join('|')})$`, 'i');

/** Makes a pattern in which `<name>` stands for any sensitive name. */
export function patternWith(source: string, flags: string): RegExp {
  // eslint-disable-next-line security/detect-non-literal-regexp -- every source is a constant of this folder
  return new RegExp(source.replace('<name>', NAME), flags);
}

export function isSensitiveName(name: string): boolean {
  return sensitiveName.test(name);
}

/** What is left of the value of a sensitive name. */
export function maskNamed(name: string, value: string): string {
  return madeName.test(name) ? hideButTail(value) : hide();
}
