import { describe, expect, it } from 'vitest';
import { colourOf } from '../../../../renderer/stores/connection-colour';
import { createColumnsStore } from '../../../../renderer/stores/columns-store';
import { createConnectionsStore } from '../../../../renderer/stores/connections-store';
import { createSettingsStore } from '../../../../renderer/stores/settings-store';
import { showConnections } from '../../../../renderer/stores/show-connections';
import { providersIn } from '../../../../renderer/stores/use-scope-providers';
import { createFakeBridge } from '../../../support/renderer/fake-bridge';
import { sampleAhrvo, sampleAps, sampleSettings } from '../../../support/renderer/sample-links';

describe('the column of connections', () => {
  const stores = (part: Partial<typeof sampleSettings> = {}) => {
    const bridge = createFakeBridge({});
    return {
      connections: createConnectionsStore(bridge),
      columns: createColumnsStore(['connection', 'linkId']),
      settings: createSettingsStore(bridge, { ...sampleSettings, ...part }),
    };
  };

  it('comes with the second connection', () => {
    const all = stores();
    showConnections(all);
    all.connections.setState({ connections: [sampleAps] });
    expect(all.columns.getState().layout.hidden).toContain('connection');
    all.connections.setState({ connections: [sampleAps, sampleAhrvo] });
    expect(all.columns.getState().layout.hidden).toEqual(['linkId']);
  });

  it('stays as it is once somebody has chosen columns', () => {
    const all = stores({ columns: { order: [], hidden: ['connection'], widths: {} } });
    all.connections.setState({ connections: [sampleAps, sampleAhrvo] });
    showConnections(all);
    expect(all.columns.getState().layout.hidden).toContain('connection');
  });
});

describe('the colour of a connection', () => {
  it('is its own, else one by its place, and grey for one that is gone', () => {
    const all = [sampleAps, { ...sampleAhrvo, colour: 'pink' as const }];
    expect(colourOf('shop', all)).toBe('blue');
    expect(colourOf('network', all)).toBe('pink');
    expect(colourOf('gone', all)).toBe('grey');
  });
});

describe('the providers of the links in the table', () => {
  const all = [sampleAps, sampleAhrvo];

  it('are those of the connections that the filter lets through', () => {
    expect(providersIn({}, all)).toEqual(['aps', 'ahrvo']);
    expect(providersIn({ connectionIds: ['network'] }, all)).toEqual(['ahrvo']);
    expect(providersIn({ not: { connectionIds: ['network'] } }, all)).toEqual(['aps']);
  });
});
