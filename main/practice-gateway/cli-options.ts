import { parseArgs } from 'node:util';
import { ahrvoShapes, type AhrvoShape } from './ahrvo/ahrvo-shape';
import { faultNames, type FaultName, type FaultRule, type Faults } from './faults';
import type { GatewayOptions } from './practice-gateway';

export interface CliOptions extends GatewayOptions {
  /** Where to write a dashboard export of the links. */
  readonly csv?: string;
  readonly csvZone?: string;
}

const numberKeys: ReadonlySet<string> = new Set(['next', 'every', 'rate', 'ms', 'upToMs', 'status']);

function isFaultName(name: string): name is FaultName {
  return (faultNames as readonly string[]).includes(name);
}

/** Reads `name` or `name=key:value,key:value`, e.g. `error5xx=next:2` or `latency=ms:200`. */
function parseFault(text: string): readonly [FaultName, FaultRule] {
  const [name = '', rule = ''] = text.split('=', 2);
  if (!isFaultName(name)) throw new Error(`No such fault: ${name}. There are ${faultNames.join(', ')}.`);
  const parts = rule === '' ? [] : rule.split(',').map((part) => part.split(':', 2));
  const entries = parts.map(([key = '', value = '']) => {
    if (key === 'linkIds') return [key, value.split('+')] as const;
    if (key === 'perLink') return [key, value === 'true'] as const;
    return [key, numberKeys.has(key) ? wholeOrShare(key, value) : value] as const;
  });
  return [name, Object.fromEntries(entries)];
}

function wholeOrShare(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
    throw new Error(`${name} must be a number that is not negative, not "${text}".`);
  }
  return value;
}

function shapeOf(text: string): AhrvoShape {
  const shape = ahrvoShapes.find((each) => each === text);
  if (shape === undefined) throw new Error(`No such shape: ${text}. There are ${ahrvoShapes.join(', ')}.`);
  return shape;
}

/** Reads the gateway's command line; throws an Error that says what is wrong with it. */
export function parseCliOptions(args: readonly string[]): CliOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      links: { type: 'string', default: '500' },
      'ahrvo-links': { type: 'string', default: '300' },
      'ahrvo-shape': { type: 'string', default: 'by-version' },
      seed: { type: 'string', default: '7' },
      fault: { type: 'string', multiple: true, default: [] },
      csv: { type: 'string' },
      'csv-zone': { type: 'string' },
      'unique-references': { type: 'boolean', default: false },
    },
  });
  const faults: Faults = Object.fromEntries(values.fault.map(parseFault));
  return {
    port: wholeOrShare('port', values.port),
    links: wholeOrShare('links', values.links),
    seed: wholeOrShare('seed', values.seed),
    ahrvoLinks: wholeOrShare('ahrvo-links', values['ahrvo-links']),
    ahrvoShape: shapeOf(values['ahrvo-shape']),
    faults,
    uniqueReferences: values['unique-references'],
    ...(values.csv === undefined ? {} : { csv: values.csv }),
    ...(values['csv-zone'] === undefined ? {} : { csvZone: values['csv-zone'] }),
  };
}
